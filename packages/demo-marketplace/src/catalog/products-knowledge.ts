import { one, prepaid, upTo, yearly } from './plan.js'
import type { Product } from './product.js'

/** Interfaces, data, models and people. */
export const knowledge: readonly Product[] = [
  {
    id: 'cartograph-geocoding',
    partNumber: 'BRS-CARTOGRAPH-API',
    name: 'Cartograph Geocoding API',
    vendor: 'Cartograph',
    kind: 'api',
    tagline: 'Addresses to coordinates and back, paid by the request',
    description: [
      'One endpoint turns an address as people write it into coordinates, a clean postal form and a confidence. Another goes the other way. Results may be stored for ever.',
      'Requests are bought in advance and do not expire for a year.',
    ],
    highlights: [
      '230 countries and territories',
      'Median answer in 38 ms',
      'Batch up to 10,000 addresses',
      'Results are yours to keep',
    ],
    keywords: ['maps', 'geocoding', 'address', 'location', 'api', 'credits', 'usage'],
    plans: [
      prepaid(
        '0.0125',
        { one: 'request', many: 'requests' },
        { min: '1000', max: '5000000', usual: '40000' },
      ),
    ],
    picture: {
      from: '#0e7490',
      to: '#45d0c4',
      path: 'M12 21c5-5.500 7-8.500 7-11.500a7 7 0 1 0-14 0C5 12.500 7 15.500 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
    },
    launch: {
      steps: [
        'Send the API token below as the header Authorization: Bearer.',
        'curl https://api.cartograph.example/v3/forward?q=1+Main+Street',
        'What is left of your requests is in every answer, as X-Requests-Left.',
      ],
      credential: { label: 'API token', prefix: 'CTG' },
    },
  },
  {
    id: 'tidewater-port-calls',
    partNumber: 'BRS-TIDEWATER-DATA',
    name: 'Tidewater Port Calls',
    vendor: 'Tidewater Data',
    kind: 'data',
    tagline: 'Every commercial port call since 2012, fresh each morning',
    description: [
      'Arrivals, departures, berths and draughts of 68,000 vessels at 4,100 ports, cleaned and joined to owners and cargo classes. Delivered as Parquet to your bucket before six o’clock UTC.',
    ],
    highlights: [
      'Daily deltas and full history',
      'Stable vessel identities across renamings',
      'Schema changes announced 90 days ahead',
      'Internal use by one company',
    ],
    keywords: ['data', 'dataset', 'shipping', 'logistics', 'supply chain', 'parquet', 'analytics'],
    plans: [yearly('7200.00', { one: 'licence', many: 'licences' }, one)],
    picture: {
      from: '#1e4e79',
      to: '#5fa8dc',
      path: 'M12 4v16M9 7h6M12 4a1.500 1.500 0 1 0 0 .01M5 13c0 4 3 7 7 7s7-3 7-7M3 15l2-2 2 2M17 15l2-2 2 2',
    },
    launch: {
      steps: [
        'Create an empty bucket and let the role tidewater-delivery write to it.',
        'Enter its name and the entitlement below at https://tidewater.example/deliver.',
        'The history arrives within the hour, then a delta every morning.',
      ],
      credential: { label: 'Entitlement', prefix: 'TID' },
    },
  },
  {
    id: 'clausewise-model',
    partNumber: 'BRS-CLAUSEWISE-ML',
    name: 'Clausewise Contract Reader',
    vendor: 'Clausewise',
    kind: 'model',
    tagline: 'A language model that finds the clause you would have missed',
    description: [
      'Clausewise reads contracts in eleven languages and returns obligations, dates and unusual clauses as data, each with the sentence it came from. The model runs inside your own account.',
      'Hours are bought in advance and counted only while the endpoint is up.',
    ],
    highlights: [
      'Documents never leave your account',
      'Every finding quotes its source',
      'Tuned on 2.1 million contracts',
      'Runs on one mid-size GPU',
    ],
    keywords: ['machine learning', 'ai', 'model', 'nlp', 'contracts', 'legal', 'usage'],
    plans: [prepaid('3.4875', { one: 'hour', many: 'hours' }, { min: '10', max: '8760', usual: '160' })],
    picture: { from: '#4c1d95', to: '#a179f2', path: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h4M9 8h2' },
    launch: {
      steps: [
        'Deploy the model package clausewise-reader-4 to an endpoint of your own.',
        'Start it with CLAUSEWISE_LICENCE={credential}',
        'Send a PDF to /read; findings come back as JSON.',
      ],
      credential: { label: 'Licence', prefix: 'CLW' },
    },
  },
  {
    id: 'landing-review',
    partNumber: 'BRS-LANDING-REVIEW',
    name: 'Cloud Landing Review',
    vendor: 'Fernhill Consulting',
    kind: 'service',
    tagline: 'Engineers who read your cloud account and tell you what they would change',
    description: [
      'Two senior engineers spend the days you book in your cloud account, read-only, and with the people who run it. You get a ranked list of what to change, why, and what it costs not to.',
    ],
    highlights: [
      'Read-only access, removed on the last day',
      'A written report and two hours to discuss it',
      'Security, cost and resilience',
      'Follow-up call after three months',
    ],
    keywords: ['consulting', 'professional services', 'review', 'cloud', 'security', 'training'],
    plans: [
      {
        id: 'days',
        name: 'Fixed price',
        charge: 'once',
        unit: { one: 'day', many: 'days' },
        quantity: upTo('20', '3'),
        unitPrice: '1450.00',
        term: 'within 3 months',
        per: 'per day',
      },
    ],
    picture: {
      from: '#365314',
      to: '#93b83b',
      path: 'M7 18h10a4 4 0 0 0 .500-8A6 6 0 0 0 6 9.500 4.300 4.300 0 0 0 7 18zM9.500 13l2 2 3.500-4',
    },
    launch: {
      steps: [
        'Fernhill writes to you within one working day to agree on dates.',
        'Until then, collect what you would like to be asked about.',
      ],
      credential: { label: 'Booking', prefix: 'FRN' },
    },
  },
]
