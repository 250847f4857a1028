import { describe, expect, it } from 'vitest'
import { draftEnvelope } from '../../../test/draft-envelope.js'
import type { CxmlDraft, Draft, RequestDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'
import type { OrderRequest, OrderRequestHeader } from './order-request.js'

function orderOf(xml: string): RequestDocument<'OrderRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'OrderRequest') throw new Error(document.kind)
  return document
}

const documentOf = (header: string) =>
  `<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/1.2.071/cXML.dtd"><cXML payloadID="1@buyer.example" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></From><To><Credential domain="DUNS"><Identity>942888711</Identity></Credential></To><Sender><Credential domain="NetworkID"><Identity>AN01</Identity></Credential><UserAgent/></Sender></Header><Request><OrderRequest>${header}<ItemOut quantity="2" lineNumber="1"><ItemID><SupplierPartID>P-1</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="EUR">45</Money></UnitPrice><Description xml:lang="en">Pump</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">40151500</Classification></ItemDetail></ItemOut></OrderRequest></Request></cXML>`

const eur = (amount: string) => ({ money: { currency: 'EUR', amount } })

const billTo = {
  address: { name: { xmlLang: 'en', value: 'Accounts payable' } },
}

const itemOut = {
  quantity: '2',
  lineNumber: '1',
  itemID: { supplierPartID: 'P-1' },
  itemDetail: {
    unitPrice: eur('45'),
    descriptions: [{ xmlLang: 'en', value: 'Pump' }],
    unitOfMeasure: 'EA',
    classifications: [{ domain: 'UNSPSC', value: '40151500' }],
  },
}

function draftOf(
  header: Partial<Draft<OrderRequestHeader>>,
  itemOuts: Draft<OrderRequest>['itemOuts'] = [itemOut],
): CxmlDraft {
  return {
    ...draftEnvelope('buyer', 'order'),
    kind: 'OrderRequest',
    request: {
      deploymentMode: 'production',
      orderRequest: {
        orderRequestHeader: {
          orderID: 'PO-7',
          orderDate: '2026-01-15T10:00:00+00:00',
          type: 'new',
          orderType: 'regular',
          total: eur('90'),
          billTo,
          ...header,
        },
        itemOuts,
      },
    },
  }
}

describe('an order that is read', () => {
  it('says how its price and its tax came about', () => {
    const { request, warnings } = orderOf(
      documentOf(`
<OrderRequestHeader orderID="PO-7" orderDate="2026-01-15T10:00:00+00:00">
  <Total><Money currency="EUR">95.40</Money>
    <Modifications>
      <Modification level="1">
        <OriginalPrice type="list"><Money currency="EUR">100</Money></OriginalPrice>
        <AdditionalDeduction type="volume"><DeductionPercent percent="10"/></AdditionalDeduction>
        <ModificationDetail name="Allowance" code="95" startDate="2026-01-01T00:00:00+00:00" scope="order" calculationType="percent"><Description xml:lang="en">Volume</Description><ParentID>M0</ParentID></ModificationDetail>
      </Modification>
      <Modification level="2">
        <AdditionalCost><Money currency="EUR">5.40</Money></AdditionalCost>
        <Tax><Money currency="EUR">0</Money><Description xml:lang="en">none</Description></Tax>
      </Modification>
    </Modifications>
  </Total>
  <BillTo><Address><Name xml:lang="en">Accounts payable</Name></Address></BillTo>
  <Shipping trackingDomain="FedEx" trackingId="7"><Money currency="EUR">4</Money><Description xml:lang="en">Ground</Description><Modifications><Modification><AdditionalDeduction><DeductedPrice><Money currency="EUR">4</Money></DeductedPrice></AdditionalDeduction></Modification></Modifications></Shipping>
  <Tax><Money currency="EUR">0</Money><Description xml:lang="en">VAT</Description>
    <TaxDetail category="vat" percentageRate="0" exemptDetail="exempt" isIncludedInPrice="yes" basePercentageRate="50" taxRateType="reduced">
      <TaxAmount><Money currency="EUR">0</Money></TaxAmount>
      <TriangularTransactionLawReference xml:lang="en">Art. 141</TriangularTransactionLawReference>
      <TaxRegime>small business</TaxRegime>
      <TaxExemption exemptCode="M16"><ExemptReason xml:lang="en">within the Union</ExemptReason></TaxExemption>
    </TaxDetail>
  </Tax>
</OrderRequestHeader>`),
    )
    expect(warnings).toEqual([])
    const { total, shipping, tax } = request.orderRequest.orderRequestHeader
    expect(total.modifications?.modifications).toEqual([
      {
        level: '1',
        originalPrice: { type: 'list', ...eur('100') },
        additionalDeduction: { type: 'volume', deductionPercent: { percent: '10' } },
        modificationDetail: {
          name: 'Allowance',
          code: '95',
          startDate: '2026-01-01T00:00:00+00:00',
          scope: 'order',
          calculationType: 'percent',
          description: { xmlLang: 'en', value: 'Volume' },
          parentID: 'M0',
          extrinsics: [],
        },
      },
      {
        level: '2',
        additionalCost: eur('5.40'),
        tax: {
          ...eur('0'),
          description: { xmlLang: 'en', value: 'none' },
          taxDetails: [],
          distributions: [],
          extrinsics: [],
        },
      },
    ])
    expect(shipping?.modifications?.modifications).toEqual([
      { additionalDeduction: { deductedPrice: eur('4') } },
    ])
    expect(tax?.taxDetails).toEqual([
      {
        category: 'vat',
        percentageRate: '0',
        exemptDetail: 'exempt',
        taxRateType: 'reduced',
        basePercentageRate: '50',
        isIncludedInPrice: 'yes',
        taxAmount: eur('0'),
        triangularTransactionLawReference: { xmlLang: 'en', value: 'Art. 141' },
        taxRegime: 'small business',
        taxExemption: { exemptCode: 'M16', exemptReason: { xmlLang: 'en', value: 'within the Union' } },
        extrinsics: [],
      },
    ])
  })

  it('says who has to do with it, and what its industry wants', () => {
    const { request, warnings } = orderOf(
      documentOf(`
<OrderRequestHeader orderID="PO-7" orderDate="2026-01-15T10:00:00+00:00" orderType="stockTransport" isSTOOutbound="yes">
  <Total><Money currency="EUR">90</Money></Total>
  <ShipTo>
    <Address addressID="1000" addressIDDomain="buyerLocationID"><Name xml:lang="en">Plant 1000</Name></Address>
    <CarrierIdentifier domain="SCAC">FDE</CarrierIdentifier>
    <TransportInformation>
      <Route method="custom" means="T1">by <Contact role="carrierCorporate"><Name xml:lang="en">FedEx</Name></Contact>bicycle</Route>
      <ShippingContractNumber>C-1</ShippingContractNumber>
      <ShippingInstructions><Description xml:lang="en">This side up</Description></ShippingInstructions>
    </TransportInformation>
  </ShipTo>
  <BillTo><Address><Name xml:lang="en">Accounts payable</Name></Address></BillTo>
  <BusinessPartner type="organization" role="soldTo"><Address addressID="S1" addressIDDomain="buyerAccountID"><Name xml:lang="en">Buyer</Name></Address></BusinessPartner>
  <LegalEntity><IdReference identifier="3000" domain="CompanyCode"/></LegalEntity>
  <OrganizationalUnit><IdReference identifier="3001" domain="PurchasingOrganization"/></OrganizationalUnit>
  <OrganizationalUnit><IdReference identifier="G1" domain="PurchasingGroup"/></OrganizationalUnit>
  <Payment><PCard number="1" expiration="2027-01-31"/></Payment>
  <ControlKeys>
    <OCInstruction value="requiredBeforeASN"><Lower><Tolerances><QuantityTolerance><Percentage percent="5"/></QuantityTolerance></Tolerances></Lower><Upper><Tolerances><PriceTolerance><Money currency="EUR">2</Money></PriceTolerance><TimeTolerance limit="3" type="days"/></Tolerances></Upper></OCInstruction>
    <InvoiceInstruction value="isNotERS"><TemporaryPrice value="yes"/></InvoiceInstruction>
  </ControlKeys>
  <OrderRequestHeaderIndustry industryType="aerospaceAndDefense">
    <ReferenceDocumentInfo lineNumber="1" status="open"><DocumentInfo documentID="SO-1" documentType="salesOrder"/></ReferenceDocumentInfo>
    <Priority level="1" sequence="2"/>
    <ExternalDocumentType documentType="NB"><Description xml:lang="en">Standard</Description></ExternalDocumentType>
    <QualityInfo><CertificateInfo isRequired="yes"><IdReference identifier="3.1" domain="certificateType"/></CertificateInfo></QualityInfo>
    <LifeSciences orderCategory="reworkOrder"/>
    <AuthorizationLabels><IdReference identifier="citizen" domain="documentVisibility"/></AuthorizationLabels>
    <AerospaceAndDefense acknowledgementRequired="yes"><DPAS rating="DX"/></AerospaceAndDefense>
  </OrderRequestHeaderIndustry>
</OrderRequestHeader>`),
    )
    expect(warnings).toEqual([])
    const { orderRequestHeader } = request.orderRequest
    expect(orderRequestHeader.shipTo?.transportInformations).toMatchObject([
      {
        route: {
          method: 'custom',
          means: 'T1',
          contacts: [{ role: 'carrierCorporate' }],
          value: 'by bicycle',
        },
        shippingContractNumber: 'C-1',
        shippingInstructions: { description: { value: 'This side up' } },
      },
    ])
    expect(orderRequestHeader).toMatchObject({
      orderType: 'stockTransport',
      isSTOOutbound: 'yes',
      businessPartners: [{ type: 'organization', role: 'soldTo', address: { addressID: 'S1' } }],
      legalEntity: { idReference: { identifier: '3000' } },
      organizationalUnits: [
        { idReference: { identifier: '3001' } },
        { idReference: { domain: 'PurchasingGroup' } },
      ],
      payment: { pCard: { number: '1', expiration: '2027-01-31' } },
      controlKeys: {
        ocInstruction: {
          value: 'requiredBeforeASN',
          lower: { tolerances: { quantityTolerance: { percentage: { percent: '5' } } } },
          upper: {
            tolerances: { priceTolerance: eur('2'), timeTolerance: { limit: '3', type: 'days' } },
          },
        },
        invoiceInstruction: { value: 'isNotERS', temporaryPrice: { value: 'yes' } },
      },
      orderRequestHeaderIndustry: {
        industryType: 'aerospaceAndDefense',
        referenceDocumentInfos: [{ lineNumber: '1', status: 'open', documentInfo: { documentID: 'SO-1' } }],
        priority: { level: '1', sequence: '2' },
        externalDocumentType: { documentType: 'NB', description: { value: 'Standard' } },
        qualityInfo: { certificateInfos: [{ isRequired: 'yes', idReference: { identifier: '3.1' } }] },
        lifeSciences: { orderCategory: 'reworkOrder' },
        authorizationLabels: { idReferences: [{ identifier: 'citizen' }] },
        aerospaceAndDefense: { acknowledgementRequired: 'yes', dpas: { rating: 'DX' } },
      },
    })
  })
})

describe('an order that is written', () => {
  const before = { payloadID: '1768471200.6.order@buyer.example' }
  const kinds: Record<string, { draft: CxmlDraft; since: string }> = {
    new: { draft: draftOf({}), since: '1.2.014' },
    update: {
      draft: draftOf({ type: 'update', orderVersion: '2', documentReference: before }),
      since: '1.2.014',
    },
    delete: {
      draft: draftOf({ type: 'delete', orderVersion: '3', documentReference: before }),
      since: '1.2.014',
    },
    release: { draft: draftOf({ orderType: 'release', agreementID: 'A-1' }), since: '1.2.014' },
    blanket: {
      draft: draftOf(
        {
          orderType: 'blanket',
          effectiveDate: '2026-01-01T00:00:00+00:00',
          expirationDate: '2026-12-31T23:59:59+00:00',
          releaseRequired: 'yes',
        },
        [
          {
            quantity: '1',
            lineNumber: '1',
            itemID: { supplierPartID: 'P-1' },
            blanketItemDetail: {
              descriptions: [{ xmlLang: 'en', value: 'Pumps' }],
              maxAmount: eur('5000'),
              unitOfMeasure: 'EA',
              classifications: [{ domain: 'UNSPSC', value: '40151500' }],
            },
          },
        ],
      ),
      since: '1.2.020',
    },
  }

  it.each(Object.entries(kinds))('is valid and comes back: %s', (_name, { draft, since }) => {
    const xml = serializeCxml(draft, { dtdVersion: since })
    expect(validateCxml(xml).problems).toEqual([])
    const { warnings, doctype, ...read } = orderOf(xml)
    expect(warnings).toEqual([])
    expect(read).toMatchObject(draft)
    expect(serializeCxml(read, { dtdVersion: since })).toBe(xml)
  })

  it.each([
    ['a blanket order', kinds.blanket?.draft, '1.2.014', 'exists since cXML 1.2.020'],
    [
      'modifications',
      draftOf({
        total: { ...eur('90'), modifications: { modifications: [{ additionalCost: eur('1') }] } },
      }),
      '1.2.020',
      'Total/Modifications: exists since cXML 1.2.024',
    ],
    [
      'a deduction said twice',
      draftOf({
        total: {
          ...eur('90'),
          modifications: {
            modifications: [
              { additionalDeduction: { deductionAmount: eur('1'), deductionPercent: { percent: '1' } } },
            ],
          },
        },
      }),
      '1.2.071',
      'DeductionPercent: cannot stand beside DeductionAmount',
    ],
    [
      'a modification that neither takes off nor adds',
      draftOf({ total: { ...eur('90'), modifications: { modifications: [{ level: '1' }] } } }),
      '1.2.071',
      'AdditionalDeduction: is missing',
    ],
  ] as const)(
    'is refused with %s where the version has no such thing',
    (_what, draft, dtdVersion, problem) => {
      if (draft === undefined) throw new Error('no draft')
      expect(() => serializeCxml(draft, { dtdVersion })).toThrow(problem)
    },
  )

  it('may tell a route in words since cXML 1.2.036 only; no words are no words in every version', () => {
    const routed = (value: string) =>
      draftOf({
        shipTo: {
          address: { name: { xmlLang: 'en', value: 'Dock' } },
          transportInformations: [{ route: { method: 'motor', value } }],
        },
      })
    expect(serializeCxml(routed('by van'), { dtdVersion: '1.2.036' })).toContain('>by van</Route>')
    expect(() => serializeCxml(routed('by van'), { dtdVersion: '1.2.028' })).toThrow(
      'Route/text(): exists since cXML 1.2.036',
    )
    expect(serializeCxml(routed(''), { dtdVersion: '1.2.028' })).toContain('<Route method="motor"/>')
  })
})
