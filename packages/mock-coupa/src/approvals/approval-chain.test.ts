import { describe, expect, it } from 'vitest'
import type { Company } from '../company/company.js'
import { northwindInstruments } from '../company/seed.js'
import { approvalChain } from './approval-chain.js'

function chain(login: string, total: string, change: (company: Company) => void = () => {}): string[] {
  const company = northwindInstruments()
  change(company)
  return approvalChain(company, { documentType: 'requisition', login, total }).map(
    step => `${step.approver.login}: ${step.rule}`,
  )
}

describe('an approval chain', () => {
  it('is the manager alone below the limit', () => {
    expect(chain('emma', '4999.99')).toEqual(['mark: Management Hierarchy'])
  })

  it('adds finance exactly from the minimum total on', () => {
    expect(chain('emma', '5000')).toEqual(['mark: Management Hierarchy', 'fiona: Finance from 5,000'])
    expect(chain('emma', '5000.00')).toHaveLength(2)
    expect(chain('emma', '4999.999999999999999999')).toHaveLength(1)
  })

  it('walks up until somebody’s limit reaches the total, and asks nobody twice', () => {
    expect(chain('emma', '5000.01')).toEqual([
      'mark: Management Hierarchy',
      'fiona: Management Hierarchy, Finance from 5,000',
    ])
  })

  it('puts chains of a priority below 50 before the hierarchy and the others after it', () => {
    const rule = { kind: 'approval_chain', approvers: ['ada'], active: true } as const
    expect(
      chain('emma', '10', company => {
        company.approvalRules.push({ ...rule, id: 3, name: 'late', priority: 99, approvers: ['fiona'] })
        company.approvalRules.push({ ...rule, id: 4, name: 'early', priority: 1, approvers: ['ada'] })
      }),
    ).toEqual(['ada: early', 'mark: Management Hierarchy', 'fiona: late'])
  })

  it('leaves out rules that are switched off or beyond their maximum', () => {
    expect(
      chain('emma', '6000', company => {
        company.approvalRules[1]!.maxTotal = '6000'
      }),
    ).toEqual(['mark: Management Hierarchy', 'fiona: Management Hierarchy'])
    expect(
      chain('emma', '10', company => {
        for (const rule of company.approvalRules) rule.active = false
      }),
    ).toEqual([])
  })

  it('lets people approve themselves within their limit, and nobody beyond it', () => {
    expect(chain('fiona', '10000')).toEqual([])
    expect(() => chain('fiona', '10000.01')).toThrow(
      expect.objectContaining({
        code: 'ERR_COUPA_NO_APPROVER',
        message:
          'Nobody can approve 10000.01 USD for Fiona Lund, who has no manager; an administrator can set one',
      }),
    )
  })

  it('says whose limit ended the walk', () => {
    expect(() => chain('emma', '100000.01')).toThrow(
      expect.objectContaining({
        code: 'ERR_COUPA_NO_APPROVER',
        message:
          'Nobody above Emma Reyes may approve 100000.01 USD: the hierarchy ends with Fiona Lund, whose approval limit is 100000',
      }),
    )
  })

  it('does not let somebody be the only approver of an own requisition', () => {
    expect(() =>
      chain('fiona', '20000', company => {
        company.approvalRules.splice(0, 1)
      }),
    ).toThrow('Fiona Lund would be the only approver of this own request over 20000')
  })
})
