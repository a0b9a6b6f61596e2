import { phrase } from '../phrase.ts';
import type { MessageWords } from './message-words.ts';

/** Messages in Simplified Chinese. */
export const messageWords: MessageWords = {
  code: {
    cancelRenewal: (code, plan, minutes) =>
      `验证码 ${code}，用于取消“${plan}”的自动续费，${minutes} 分钟内有效。如非本人操作，请忽略，切勿告知他人。`,
    resumeRenewal: (code, plan, minutes) =>
      `验证码 ${code}，用于恢复“${plan}”的自动续费，${minutes} 分钟内有效。如非本人操作，请忽略，切勿告知他人。`,
  },
  subject: {
    cancelRenewal: (plan, { lastDay, wholeDay }) => {
      if (!lastDay) return [`自动续费已取消：${plan}`];
      return wholeDay
        ? phrase`自动续费已取消：${plan}有效期至${lastDay}`
        : phrase`自动续费已取消：${plan}可用至${lastDay}`;
    },
    resumeRenewal: (plan) => [`自动续费已恢复：${plan}`],
  },
  failed: {
    cancelRenewal: {
      subject: (plan) => `自动续费未能取消：${plan}`,
      lines: (plan, asked) => [
        `“${plan}”的自动续费未能取消：支付机构未接受该请求，到期仍可能照常扣费。`,
        `您提出取消的时间为 ${asked}，本通知可作为凭证。`,
        '请重新操作，或联系客服并说明上述时间。',
      ],
    },
    resumeRenewal: {
      subject: (plan) => `自动续费未能恢复：${plan}`,
      lines: (plan, asked) => [
        `“${plan}”的自动续费未能恢复：支付机构未接受该请求。`,
        `您提出恢复的时间为 ${asked}。`,
        '请重新操作，或联系客服。',
      ],
    },
  },
  greeting: (name) => `${name}，您好！`,
  nothingMore: (end, paymentOwed) => {
    if (paymentOwed) return phrase`${end && phrase`当前会员有效期至${end}。`}此前未成功的扣款仍可能被收取，之后不再自动扣费。`;
    return end ? phrase`当前会员有效期至${end}，到期后将不再自动扣费。` : ['今后将不再自动扣费。'];
  },
  moment: (moment, zone, offset) => `${moment}（${zone}${offset ? ` ${offset}` : ''}）`,
  labels: {
    plan: '会员类型',
    account: '账户',
    order: '订单号',
    requestedBy: '操作人',
    nextCharge: '下次扣费',
    price: '价格',
    priceNotTaken: '不再扣取',
    verifiedBy: '验证方式',
    providerReference: '支付机构流水号',
  },
  verifiedBy: { sms_code: '短信验证码' },
  row: (label, value) => `${label}：${value}`,
  notYou: '如非您本人操作，请联系客服。',
};
