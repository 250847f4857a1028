import { one, upTo, yearly } from './plan.js'
import type { Product } from './product.js'

/** Software that other software runs on. */
export const infrastructure: readonly Product[] = [
  {
    id: 'palisade-edge-firewall',
    partNumber: 'BRS-PALISADE-ENT',
    name: 'Palisade Edge Firewall Enterprise',
    vendor: 'Palisade Networks',
    kind: 'server-image',
    tagline: 'Web application firewall in front of every site you run',
    description: [
      'Palisade reads each request before your servers do, learns what your applications normally receive and stops what they do not. Rules are code: reviewed, tested and rolled back like everything else.',
      'The Enterprise edition covers every site of one company, with a named engineer who knows your set-up.',
    ],
    highlights: [
      'Unlimited sites and traffic',
      'Managed rules within an hour of a disclosure',
      'Active-active pairs across regions',
      '24 × 7 support, 15 minutes to a human',
    ],
    keywords: ['waf', 'firewall', 'security', 'network', 'enterprise', 'software', 'ami'],
    plans: [
      yearly('18500.00', { one: 'company', many: 'companies' }, one),
      {
        id: 'three-years',
        name: 'Three years, paid yearly',
        charge: 'instalments',
        unit: { one: 'company', many: 'companies' },
        quantity: one,
        unitPrice: '16650.00',
        charges: { count: 3, interval: 'year' },
        term: '36 months',
        per: 'per company and year',
      },
    ],
    picture: {
      from: '#8b1e3f',
      to: '#e4587c',
      path: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM4.500 11h15M12 3v18',
    },
    launch: {
      steps: [
        'Launch the image palisade-edge-7.4 in your cloud account, two machines at least.',
        'On first start enter the licence key below.',
        'Point one site at the pair and watch it learn for a day before you enforce.',
      ],
      credential: { label: 'Licence key', prefix: 'PAL' },
    },
  },
  {
    id: 'harborline-linux',
    partNumber: 'BRS-HARBORLINE-SRV',
    name: 'Harborline Linux Server',
    vendor: 'Harborline',
    kind: 'server-image',
    tagline: 'A hardened server image with ten years of fixes',
    description: [
      'A small, hardened Linux for servers that nobody wants to think about. Kernel fixes go in without a restart, and every package says where it came from.',
    ],
    highlights: [
      'CIS level 2 out of the box',
      'Live kernel patching',
      'Software bill of materials for each release',
      'Images for x86-64 and Arm',
    ],
    keywords: ['linux', 'operating system', 'server', 'ami', 'image', 'software'],
    plans: [yearly('438.00', { one: 'instance', many: 'instances' }, upTo('1000', '4'))],
    picture: {
      from: '#14532d',
      to: '#56b06d',
      path: 'M4 5h16v5H4zM4 14h16v5H4zM7.500 7.500v.01M7.500 16.500v.01M11 7.500h6M11 16.500h6',
    },
    launch: {
      steps: [
        'Start instances from the image harborline-12-server of your region.',
        'Register each one: sudo harbor register --token {credential}',
        'Security fixes now arrive by themselves; see them with harbor status.',
      ],
      credential: { label: 'Registration token', prefix: 'HBR' },
    },
  },
  {
    id: 'drydock-registry',
    partNumber: 'BRS-DRYDOCK-REG',
    name: 'Drydock Container Registry',
    vendor: 'Drydock',
    kind: 'container',
    tagline: 'Private container images, scanned before they are pulled',
    description: [
      'Drydock is a registry you run yourself: it stores images once, scans them on the way in and signs what your policy allows. Clusters pull from a replica next to them.',
    ],
    highlights: [
      'OCI artifacts, Helm charts and WebAssembly',
      'Vulnerability scan with your own exceptions',
      'Keyless signatures',
      'Replicas over slow links',
    ],
    keywords: ['container', 'docker', 'kubernetes', 'helm', 'registry', 'software'],
    plans: [
      {
        id: 'monthly',
        name: 'Yearly, paid monthly',
        charge: 'instalments',
        unit: { one: 'node', many: 'nodes' },
        quantity: upTo('200', '3'),
        unitPrice: '32.50',
        charges: { count: 12, interval: 'month' },
        term: '12 months',
        per: 'per node and month',
      },
      yearly('351.00', { one: 'node', many: 'nodes' }, upTo('200', '3')),
    ],
    picture: {
      from: '#075985',
      to: '#38b6e8',
      path: 'M4 15h16l-2 5H6zM6 15v-4h3v4M9 11V7h3v8M12 11h3v4M15 11h3v4',
    },
    launch: {
      steps: [
        'helm install drydock oci://charts.drydock.example/drydock --set licence={credential}',
        'Sign in to the address that the chart prints and set the administrator.',
      ],
      credential: { label: 'Licence', prefix: 'DRY' },
    },
  },
  {
    id: 'tessera-db-byol',
    partNumber: 'BRS-TESSERA-BYOL',
    name: 'Tessera Database (bring your own licence)',
    vendor: 'Tessera Systems',
    kind: 'server-image',
    tagline: 'The Tessera cluster image for licences that you already hold',
    description: [
      'The same image that Tessera ships to its customers, ready for your cloud account. The image costs nothing here: it asks for the licence that you bought from Tessera.',
    ],
    highlights: [
      'Three-node cluster from one template',
      'Point-in-time recovery',
      'Encrypted at rest and between nodes',
    ],
    keywords: ['database', 'sql', 'byol', 'licence', 'license', 'free', 'ami', 'software'],
    plans: [
      {
        id: 'byol',
        name: 'Bring your own licence',
        charge: 'free',
        unit: { one: 'cluster', many: 'clusters' },
        quantity: one,
        unitPrice: '0.00',
        term: 'no end',
        per: 'with your own licence',
      },
    ],
    picture: {
      from: '#3f3f74',
      to: '#8d8df0',
      path: 'M4 7c0-2 3.600-3 8-3s8 1 8 3-3.600 3-8 3-8-1-8-3zM4 7v10c0 2 3.600 3 8 3s8-1 8-3V7M4 12c0 2 3.600 3 8 3s8-1 8-3',
    },
    launch: {
      steps: [
        'Start the template tessera-cluster-15 in your cloud account.',
        'Upload the licence file that Tessera sent you; without one the cluster stays read-only.',
      ],
    },
  },
  {
    id: 'beacon-observability',
    partNumber: 'BRS-BEACON-PAYG',
    name: 'Beacon Observability',
    vendor: 'Beacon',
    kind: 'saas',
    tagline: 'Logs, metrics and traces, billed by what you really send',
    description: [
      'Beacon takes logs, metrics and traces in one place and answers questions over all of them. You pay each month for what was ingested.',
      'Since nobody knows that in advance, you ask for a budget. Invoices are posted against it; when it is used up, Beacon asks before it goes on.',
    ],
    highlights: [
      'OpenTelemetry in, nothing proprietary',
      'Thirteen months of metrics',
      'Alerts that name the deployment',
      'Warns at 80 % of the budget',
    ],
    keywords: ['monitoring', 'observability', 'logs', 'metrics', 'analytics', 'usage', 'software'],
    plans: [
      {
        id: 'budget',
        name: 'Pay as you go',
        charge: 'budget',
        unit: { one: 'USD', many: 'USD' },
        quantity: { min: '50', max: '250000', usual: '1200' },
        unitPrice: '1',
        term: '12 months',
        per: 'budget for a year',
      },
    ],
    picture: { from: '#92400e', to: '#f6b73c', path: 'M3 12h4l2.500-6 4 12 2.500-6H21' },
    launch: {
      steps: [
        'Point your OpenTelemetry collector at https://ingest.beacon.example.',
        'Send the API token below as the header Authorization: Bearer.',
        'Open https://beacon.example: data appears within a minute.',
      ],
      credential: { label: 'API token', prefix: 'BCN' },
    },
  },
]
