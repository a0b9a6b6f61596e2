import { type DatePart, phrase } from '../phrase.ts';
import type { ExpiryWords } from '../words.ts';
import { from, term } from './price-words.ts';

const usableThrough = (day: DatePart) => phrase`可用至${day}`;

function inDays(days: number): string {
  return days === 0 ? '今天' : days === 1 ? '明天' : `${days} 天后`;
}

/** The sentences of a card. */
export const expiryWords: ExpiryWords = {
  headlines: {
    upcoming: [(day) => phrase`${day}生效`],
    trialing: [(day) => phrase`试用期至${day}`, (day) => phrase`可试用至${day}`],
    renewing: [(day) => phrase`${day}自动续费`, (day) => phrase`${day}之后自动续费`],
    ending: [(day) => phrase`会员有效期至${day}`, usableThrough],
    fixed_term: [(day) => phrase`${day}到期`, usableThrough],
    payment_problem: [(day) => phrase`扣款失败，有效期至${day}`, (day) => phrase`扣款失败，可用至${day}`],
    paused: [(day) => phrase`已暂停，${day}恢复`],
    expired: [(day) => phrase`已于${day}到期`, (day) => phrase`已在${day}之后到期`],
    revoked: [(day) => phrase`已于${day}终止`],
  },
  forGood: '永久有效',
  starts: (time, zone) => `会员于当日 ${time}（${zone}）生效。`,
  thatDate: (zone) => `当日 24:00（${zone}）`,
  periodLasts: (until) => phrase`本期有效期至${until}。`,
  charged: (days, at, amount, method) => {
    const taken = `将${from(method)}扣款${amount ? ` ${amount}` : ''}。`;
    return days < 0 ? [`即${taken}`] : phrase`${inDays(days)}${at && phrase`，即${at}，`}${taken}`;
  },
  cancelAnyTime: (until) => phrase`在此之前可随时取消${until && phrase`，取消后仍可用至${until}`}。`,
  cancelBy: (moment, until) => phrase`如需停止本次扣款，请在${moment} 前取消${until && phrase`，取消后仍可用至${until}`}。`,
  tooLate: '本次扣款已无法停止。',
  renewsByItself: '到期自动续费。',
  turnedOff: {
    member: (day, holder) => phrase`${holder?.replace(/\w$/, '$& ') ?? '您'}已于${day}取消自动续费。`,
    administrator: (day) => phrase`管理员已于${day}取消自动续费。`,
    host: (day) => phrase`平台已于${day}关闭自动续费。`,
    provider: (day) => phrase`支付机构已于${day}关闭自动续费。`,
    payment_failure: (day) => phrase`因扣款失败，自动续费已于${day}停止。`,
  },
  theMember: '会员本人',
  asBeforeUntil: (until) => phrase`到期前一切照常使用。当前会员有效期至${until}，到期后将不再自动扣费。`,
  noCharge: '不会再扣费。',
  bought: (interval) => `您单次购买了${interval ? term(interval) : ''}会员。`,
  endsByItself: (mayCancel) => `${mayCancel ? '' : '无需取消，'}到期自动失效，不会再扣费。`,
  haveUntil: (until) => phrase`有效期至${until}。`,
  hasNoEnd: '没有到期日，不会再扣费，无需取消。',
  notCharged: (amount, method) => `未能${from(method)}扣款${amount ? ` ${amount}` : ''}。`,
  worksUntil: (until) => phrase`一切照常使用至${until}。`,
  payToKeep: '付清费用或更换付款方式后，可继续使用。',
  onHoldSince: (at) => phrase`会员已${at && phrase`于${at}`}停用。`,
  payToReturn: '付清后即可恢复使用。',
  pausedWithoutCharge: '暂停期间不扣费。',
  resumesAt: (time, zone) => `会员于当日 ${time}（${zone}）恢复。`,
  endedAt: (at) => phrase`使用期已于${at}结束。`,
  wasOneOff: '该会员为单次购买。',
  revoked: { refunded: '该会员已退款。', disputed: '该笔付款存在争议。' },
  revokedEarly: '该会员已提前终止。',
};
