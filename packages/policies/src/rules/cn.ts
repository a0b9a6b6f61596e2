import type { Rule } from '../rule.ts';

/** China: notices before renewals and deductions, and a way out at any time. */
export const chineseRules: readonly Rule[] = [
  {
    id: 'CN-18-notice',
    requirement:
      'Before the purchase and five days before each renewal the operator tells it prominently and the consumer ' +
      'chooses.',
    article: '网络交易监督管理办法 art. 18',
    status: 'in_force',
    effectiveOn: '2021-05-01',
    confidence: 'B',
    note: 'Issued on 2021-03-15; the day from which it binds is unverified, and lies years back either way.',
    bearing: 'data',
  },
  {
    id: 'CN-18-cancel',
    requirement:
      'For as long as it runs there is a prominent and simple way to cancel or change it, without an unreasonable fee.',
    article: '网络交易监督管理办法 art. 18',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'Fixes no number of presses: ours are three and one screen, room enough for a verification.',
    bearing: 'data',
  },
  {
    id: 'CN-10-notice',
    requirement: 'Before the purchase and before the day of renewal the operator gives prominent notice.',
    article: '消费者权益保护法实施条例 art. 10',
    status: 'in_force',
    effectiveOn: '2024-07-01',
    confidence: 'B',
    bearing: 'data',
  },
  {
    id: 'CN-MIIT-5d',
    requirement: 'Nothing is ticked beforehand, a text or push comes five days ahead, and the way out is convenient.',
    article: 'MIIT notice of February 2023',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'C',
    note: 'One secondary source was read. The days are here; the tick is a matter of sign-up.',
    bearing: 'data',
  },
  {
    id: 'CN-price-each',
    requirement:
      'Before every deduction the member learns its time and amount, any change of price, and how to cancel.',
    article: '互联网平台价格行为规则',
    status: 'in_force',
    effectiveOn: '2026-04-10',
    confidence: 'B',
    note: 'The number of the article was not found.',
    bearing: 'data',
  },
  {
    id: 'CN-SZ-channels',
    requirement:
      'In Shenzhen the notice five days ahead goes by phone, text, chat, mail or push and names content and amount.',
    article: '深圳经济特区消费者权益保护条例',
    status: 'in_force',
    effectiveOn: '2024-01-01',
    confidence: 'B',
    note: 'Met where notices are sent, by whichever of these channels the operator has.',
    bearing: 'elsewhere',
  },
  {
    id: 'CN-TV-2consent',
    requirement: 'Internet television asks twice at sign-up and gives notice five days ahead.',
    article: 'NRTA measures of 2025',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'C',
    note:
      'One secondary source was read. For one trade, and mostly about sign-up; the five days are those of ' +
      'CN-18-notice.',
    bearing: 'untouched',
  },
];
