import { createContext } from 'hono/jsx'
import type { SystemName } from '../systems/system.js'
import type { Section } from './answer.js'

/** How the pages of a procurement system call themselves and what they show. The pages are the same for all. */
export interface Face {
  /** Class of the body, for the look. */
  readonly name: 'coupa' | 'ariba'
  /** The name beside the word "mock". */
  readonly wordmark: string
  /** Entries of the navigation that have other names than {@link coupaFace} gives them. */
  readonly sections: Readonly<Partial<Record<Section, string>>>
  /** Heading over the suppliers' shops. */
  readonly shops: string
  /** Heading of the home page, to the person's first name. */
  readonly welcome: (firstName: string) => string
}

const coupaFace: Face = {
  name: 'coupa',
  wordmark: 'coupa',
  sections: {},
  shops: 'Shop Online',
  welcome: firstName => `What do you need, ${firstName}?`,
}

const aribaFace: Face = {
  name: 'ariba',
  wordmark: 'ariba',
  sections: {
    home: 'Catalog',
    requests: 'Requisitions',
    orders: 'Purchase Orders',
    activity: 'My Documents',
    setup: 'Administration',
  },
  shops: 'PunchOut catalogs',
  welcome: firstName => `Create a requisition, ${firstName}`,
}

const faces: Readonly<Partial<Record<SystemName, Face>>> = { coupa: coupaFace, ariba: aribaFace }

/** Systems without a face of their own are seen through Coupa's, under their own name. */
export function faceOf({ name, title }: { readonly name: SystemName; readonly title: string }): Face {
  return faces[name] ?? { ...coupaFace, wordmark: title.toLowerCase() }
}

/** Of the page that is being written. */
export const FaceContext = createContext(coupaFace)
