import type { ContractView } from '../../contracts.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import type { Attempt } from '../approvals/attempt.js'
import { ChainCard } from '../approvals/chain-card.js'
import { DecisionCards } from '../approvals/decision-cards.js'
import type { ChainEnds } from '../elements/approval-chain.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { Facts } from '../elements/facts.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { HistoryCard } from '../elements/timeline.js'
import { contractPath, paths } from '../paths.js'
import { readNumber } from '../read-number.js'

export function showContract({ coupa, person, params }: Visit): Page {
  return contractPage(coupa.contract(person.login, contractId(params)))
}

export function submitContract({ coupa, person, params }: Visit): Redirect {
  const { id } = coupa.submitContract(person.login, contractId(params))
  return redirect(contractPath(id), 'submitted')
}

export function completeContract({ coupa, person, params }: Visit): Redirect {
  const { id } = coupa.completeContract(person.login, contractId(params))
  return redirect(contractPath(id), 'saved')
}

const contractId = (params: Readonly<Record<string, string>>) => readNumber(params.id, 'contract')

export function contractPage(contract: ContractView, attempt?: Attempt): Page {
  const path = contractPath(contract.id)
  return page({
    title: `Contract ${contract.number}`,
    section: contract.may.approve || contract.may.goOn ? 'to-do' : 'contracts',
    ...(attempt === undefined ? {} : { status: 422 }),
    body: (
      <div data-contract={String(contract.id)}>
        <PageHead title={contract.name} crumbs={<a href={paths.contracts}>Contracts</a>}>
          <StatusPill status={contract.status} id="contract-status" />
        </PageHead>
        {contract.rejectReason !== undefined && (
          <Notice tone="bad">
            <strong>This contract was rejected.</strong>
            <span class="keep-lines break">{contract.rejectReason}</span>
          </Notice>
        )}
        <div class="columns">
          <div class="stack">
            <ChainCard
              approvals={contract}
              path={path}
              ends={chainEnds(contract)}
              nobody="Nobody has to approve this contract."
              attempt={attempt}
            />
            <HistoryCard history={contract.history} />
          </div>
          <div class="stack aside">
            <DecisionCards approvals={contract} path={path} attempt={attempt} />
            <Actions contract={contract} />
            <About contract={contract} />
          </div>
        </div>
      </div>
    ),
  })
}

function chainEnds({ owner, status }: ContractView): ChainEnds {
  const isReached = status === 'published' || status === 'completed' || status === 'expired'
  return {
    requester: owner?.fullName ?? 'Nobody',
    isOpen: status === 'draft' || status === 'rejected',
    outcome: {
      name: 'Contract',
      title: 'Published by itself',
      isReached,
      state: isReached ? 'Published' : 'After the last approval',
    },
  }
}

function Actions({ contract: { id, may } }: { readonly contract: ContractView }) {
  if (!may.submit && !may.complete) return null
  return (
    <section class="card" aria-label="Actions">
      <form class="form" method="post" action={`${contractPath(id)}/${may.submit ? 'submit' : 'complete'}`}>
        <Csrf />
        <button class={may.submit ? 'button button-main button-wide' : 'button button-wide'} type="submit">
          {may.submit ? 'Submit for Approval' : 'Complete'}
        </button>
      </form>
    </section>
  )
}

function About({ contract }: { readonly contract: ContractView }) {
  const amount = (value: string | undefined) => value && formatMoney(value, contract.currency)
  return (
    <Card title="About this contract" id="about">
      <Facts
        facts={[
          ['Number', contract.number],
          ['Version', String(contract.version)],
          ['Supplier', contract.supplier.name],
          ['Owner', contract.owner?.fullName],
          ['Department', contract.department],
          ['Minimum value', amount(contract.minimumValue)],
          ['Maximum value', amount(contract.maximumValue)],
          ['Starts', contract.startDate && <Moment at={contract.startDate} />],
          ['Ends', contract.endDate && <Moment at={contract.endDate} />],
          ['Published', contract.publishedDate && <Moment at={contract.publishedDate} />],
          ['Checked out by', contract.lockedBy],
          ['Description', contract.description],
        ]}
      />
    </Card>
  )
}
