import { phrase } from '../phrase.ts';
import type { MessageWords } from './message-words.ts';

function ending(minutes: number): string {
  return `${minutes} 分钟内有效。如非本人操作，请忽略，切勿告知他人。`;
}

/** Messages in Simplified Chinese. */
export const messageWords: MessageWords = {
  code: {
    cancelRenewal: (code, plan, minutes) => `验证码 ${code}，用于取消“${plan}”的自动续费，${ending(minutes)}`,
    resumeRenewal: (code, plan, minutes) => `验证码 ${code}，用于恢复“${plan}”的自动续费，${ending(minutes)}`,
    withdraw: (code, plan, minutes) => `验证码 ${code}，用于撤销“${plan}”的购买，${ending(minutes)}`,
    changeFactors: (code, _, minutes) => `验证码 ${code}，用于更改身份验证方式，${ending(minutes)}`,
  },
  codeSubject: {
    cancelRenewal: (plan) => `取消“${plan}”自动续费的验证码`,
    resumeRenewal: (plan) => `恢复“${plan}”自动续费的验证码`,
    withdraw: (plan) => `撤销“${plan}”购买的验证码`,
    changeFactors: () => '更改身份验证方式的验证码',
  },
  subject: {
    cancelRenewal: (plan, { lastDay, wholeDay }) => {
      if (!lastDay) return [`自动续费已取消：${plan}`];
      return wholeDay
        ? phrase`自动续费已取消：${plan}有效期至${lastDay}`
        : phrase`自动续费已取消：${plan}可用至${lastDay}`;
    },
    resumeRenewal: (plan) => [`自动续费已恢复：${plan}`],
    withdraw: (plan) => [`购买已撤销：${plan}`],
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
    withdraw: {
      subject: (plan) => `购买尚未撤销：${plan}`,
      lines: (plan, asked) => [
        `“${plan}”的购买未能撤销：支付机构未接受该请求。`,
        `您声明撤销的时间为 ${asked}，本通知可作为凭证。`,
        '请联系客服并说明上述时间。',
      ],
    },
  },
  factor: {
    added: {
      subject: '您新增了一种验证方式',
      lines: (way, at) => [`从现在起，您可以用“${way}”验证身份。设置时间：${at}。`],
    },
    removed: {
      subject: '您的一种验证方式已移除',
      lines: (way, at) => [`“${way}”已不能再用于验证身份。移除时间：${at}。`],
    },
  },
  greeting: (name) => `${name}，您好！`,
  notYou: '如非您本人操作，请联系客服。',
};
