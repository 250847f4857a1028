import { CheckField, problemOf, TextField } from '../../elements/field.js'
import { logoPath } from '../../paths.js'
import type { PunchoutSiteForm } from './read-punchout-site.js'

/** A picture from this computer, or one on the web; with neither the tile shows the name. */
export function LogoField({ site, problems }: PunchoutSiteForm) {
  const problem = problemOf(problems, 'logo')
  return (
    <>
      <div class="field">
        <label for="field-logo">
          Logo<span class="optional"> (optional)</span>
        </label>
        {site.logo !== undefined && site.id !== undefined && problem === undefined && (
          <span class="tile-logo site-logo">
            <img src={logoPath(site.id)} alt="The logo now" width="150" height="50" />
          </span>
        )}
        <input
          id="field-logo"
          type="file"
          name="file"
          accept="image/png,image/jpeg"
          aria-describedby="field-logo-hint"
        />
        <span class="hint" id="field-logo-hint">
          PNG or JPG of 150 × 50, smaller than 100 KB. Without one the name is shown.
        </span>
        {problem !== undefined && <span class="problem">{problem}</span>}
        {site.logo !== undefined && (
          <CheckField name="removeLogo" label="Remove the uploaded logo" isChecked={false} />
        )}
      </div>
      <TextField
        name="logoUrl"
        label="Logo on the web"
        type="url"
        value={site.logoUrl ?? ''}
        hint="Where nothing was uploaded."
        problems={problems}
      />
    </>
  )
}
