import { one, seatsMonthly, seatsYearly, upTo } from './plan.js'
import type { Product } from './product.js'

/** Software that people work in. */
export const workplace: readonly Product[] = [
  {
    id: 'ledgerly-team',
    partNumber: 'BRS-LEDGERLY-TEAM',
    name: 'Ledgerly Team',
    vendor: 'Ledgerly',
    kind: 'saas',
    tagline: 'Spreadsheets, dashboards and analytics that a whole team can trust',
    description: [
      'Ledgerly Team keeps the numbers of a department in one place: live tables over your own databases, dashboards that explain themselves, and a history of every change.',
      'Analysts write formulas or SQL, everybody else reads the result. Nothing has to be exported to be discussed.',
    ],
    highlights: [
      'Live connections to PostgreSQL, Snowflake and files',
      'Row-level permissions and a full change history',
      'Single sign-on with SAML and SCIM',
      'Data stays in the region you choose',
    ],
    keywords: [
      'analytics',
      'business intelligence',
      'dashboard',
      'reporting',
      'spreadsheet',
      'software',
      'subscription',
    ],
    plans: [seatsYearly('199.00', upTo('500', '10')), seatsMonthly('19.99', upTo('500', '10'))],
    picture: { from: '#0f7b6c', to: '#34c3a3', path: 'M5 19V11M10 19V6M15 19v-6M20 19V9M3 19h19' },
    launch: {
      steps: [
        'Open https://app.ledgerly.example and choose “Continue with work e-mail”.',
        'Enter the workspace key below once; it turns your account into the owner of the workspace.',
        'Invite your team under Settings › Seats.',
      ],
      credential: { label: 'Workspace key', prefix: 'LDG' },
    },
  },
  {
    id: 'forgework-ide',
    partNumber: 'BRS-FORGEWORK-IDE',
    name: 'Forgework IDE',
    vendor: 'Forgework',
    kind: 'saas',
    tagline: 'A development environment that starts where the last commit ended',
    description: [
      'Forgework opens a ready workspace for every branch: dependencies installed, services running, the failing test in front. Work in the browser or connect your own editor.',
      'Workspaces run in your cloud account or in ours and go to sleep when nobody types.',
    ],
    highlights: [
      'Workspaces in under ten seconds',
      'VS Code and JetBrains clients',
      'GPU machines on request',
      'Snapshots to share a bug',
    ],
    keywords: [
      'developer',
      'editor',
      'programming',
      'engineering',
      'ide',
      'code',
      'software',
      'subscription',
    ],
    plans: [seatsYearly('149.00', upTo('300', '5')), seatsMonthly('14.90', upTo('300', '5'))],
    picture: { from: '#1f3a8a', to: '#4f8df5', path: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14' },
    launch: {
      steps: [
        'Install the Forgework client, or open https://forgework.example in a browser.',
        'Choose “Activate licence” and paste the key below.',
        'Add the repositories that workspaces are made from.',
      ],
      credential: { label: 'Licence key', prefix: 'FRG' },
    },
  },
  {
    id: 'easel-whiteboard',
    partNumber: 'BRS-EASEL-TRIAL',
    name: 'Easel Whiteboard, free trial',
    vendor: 'Easel',
    kind: 'saas',
    tagline: 'An endless whiteboard for workshops: thirty days, nothing to pay',
    description: [
      'Draw, stick notes, vote and present on one board with everybody at once. The trial is the whole product for thirty days and ends by itself.',
    ],
    highlights: [
      'Unlimited boards during the trial',
      'Templates for retrospectives and story maps',
      'Export to PDF at any time',
    ],
    keywords: ['collaboration', 'workshop', 'diagram', 'free', 'trial', 'software'],
    plans: [
      {
        id: 'trial',
        name: 'Free trial',
        charge: 'free',
        unit: { one: 'team', many: 'teams' },
        quantity: one,
        unitPrice: '0.00',
        term: '30 days',
        per: 'for 30 days',
      },
    ],
    picture: { from: '#c2410c', to: '#fb9a4b', path: 'M4 5h16v11H4zM9 20l3-4 3 4M8 12l3-3 2 2 3-3' },
    launch: {
      steps: [
        'Open https://easel.example/join and use the invitation code below.',
        'Invite your team with the button at the top right.',
      ],
      credential: { label: 'Invitation code', prefix: 'ESL' },
    },
  },
]
