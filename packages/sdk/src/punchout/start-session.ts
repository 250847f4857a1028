import type { Extrinsic } from '../cxml/extrinsic.js'
import type { PunchOutSetupRequest } from '../cxml/punchout-setup-request.js'
