import { phrase } from '../phrase.ts';
import type { FlowWords } from '../words.ts';
import { from } from './price-words.ts';

/** The sentences of canceling and of turning renewal back on. */
export const flowWords: Omit<FlowWords, 'insteadTitle' | 'insteadText'> = {
  daysLeft: (days) => (days === 0 ? '今天是最后一天' : `还剩 ${days} 天`),
  untilTitle: [(day) => phrase`${day} 24:00 前`, (day) => phrase`${day}及之前`, '到期前'],
  keepsWorking: (left, zone, at) => {
    if (at) return phrase`一切照常使用，直到${at}${left && `，${left}`}。`;
    return [left ? `一切照常使用，${left}（按${zone}）。` : '一切照常使用。'];
  },
  fromTitle: (day) => (day ? phrase`${day}起` : ['到期后']),
  notTaken: (amount, endsAt) =>
    phrase`不会再扣${amount ? `取 ${amount} 续费` : '费'}，会员${endsAt && phrase`于${endsAt} `}到期结束。`,
  canceled: (plan, kind) => {
    const done = kind === 'recurring' ? `自动续费已取消，“${plan}”` : `已取消，“${plan}”`;
    return [(day) => phrase`${done}会员有效期至${day}。`, (day) => phrase`${done}仍可用至${day}。`, `${done}仍可使用。`];
  },
  willBeCharged: (price, at, method) =>
    phrase`${price && `${price}，`}${at ? phrase`首次将于${at}` : '到期时'}${from(method)}扣款。在此之前可随时取消。`,
  resumed: (plan) => [
    (day) => phrase`自动续费已恢复，“${plan}”将于${day}自动续费。`,
    (day) => phrase`自动续费已恢复，“${plan}”将在${day}之后自动续费。`,
    `自动续费已恢复，“${plan}”将自动续费。`,
  ],
  withdrawBy: (at) => phrase`可撤销至${at}。`,
  asked: {
    cancelRenewal: (at) => phrase`您${at && phrase`于${at}`}提交了取消自动续费的申请，`,
    resumeRenewal: (at) => phrase`您${at && phrase`于${at}`}提交了恢复自动续费的申请，`,
    withdraw: (at) => phrase`您${at && phrase`于${at}`}提交了撤销购买的申请，`,
  },
  waiting: '支付机构尚未确认。系统会自动继续处理，无需您操作，确认后将出具回执。',
};
