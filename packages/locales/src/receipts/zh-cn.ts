import { phrase } from '../phrase.ts';
import { flowWords } from '../zh-cn/flow-words.ts';
import { priceWords } from '../zh-cn/price-words.ts';
import type { ReceiptWords } from './receipt-words.ts';

const onlyOwed = '此前未成功的扣款仍可能被收取，之后不再自动扣费。';

/** Receipts in Simplified Chinese. */
export const receiptWords: ReceiptWords = {
  title: { cancelRenewal: '取消自动续费回执', resumeRenewal: '恢复自动续费回执', withdraw: '撤销购买回执' },
  done: {
    cancelRenewal: flowWords.canceled,
    resumeRenewal: flowWords.resumed,
    withdraw: (plan) => {
      const undone = `购买已撤销，“${plan}”已终止。`;
      return [() => [undone], () => [undone], undone];
    },
  },
  nothingMore: (end, paymentOwed) => {
    if (paymentOwed) return phrase`${end && phrase`当前会员有效期至${end}。`}${onlyOwed}`;
    return end ? phrase`当前会员有效期至${end}，到期后将不再自动扣费。` : ['今后将不再自动扣费。'];
  },
  labels: {
    accessUntil: '有效期至',
    exactEnd: '精确到期时刻（UTC）',
    lastDay: '最后完整一天',
    nextCharge: '下次扣费',
    priceNotTaken: '不再扣取',
    price: '价格',
    furtherCharges: '后续扣费',
    refund: '退款',
    resume: '如何恢复',
    plan: '会员类型',
    account: '账户',
    order: '订单号',
    membership: '会员编号',
    requestedBy: '操作人',
    canceledAt: '取消时间',
    resumedAt: '恢复时间',
    withdrawnAt: '撤销时间',
    verifiedBy: '验证方式',
    declaredKind: '声明：解约类型',
    declaredReason: '声明：理由',
    declaredName: '声明：姓名',
    declaredContract: '声明：合同',
    declaredEnd: '声明：希望终止日',
    declaredEmail: '声明：邮箱',
    place: '适用规则',
    providerReference: '支付机构流水号',
    contact: '联系方式',
    reference: '回执编号',
  },
  at: (moment, zone) => phrase`${moment}（${zone}）`,
  moment: (moment, zone, offset) => `${moment}（${zone}${offset ? ` ${offset}` : ''}）`,
  noEnd: '永久有效',
  price: priceWords.recurring,
  noFurtherCharge: {
    renewal: (after) => (after ? phrase`无。${after}到期后将不再自动扣费` : ['无，今后将不再自动扣费']),
    owed: () => [onlyOwed],
    undone: () => ['无'],
  },
  refund: (amount, by) => phrase`${amount}，最迟于${by}退回`,
  noRefund: '无应退款项',
  resume: (until) => (until ? phrase`${until}前可在账户中恢复自动续费` : ['可随时重新购买']),
  verifiedBy: {
    passkey: '通行密钥',
    password: '密码',
    sms_code: '短信验证码',
    email_code: '邮箱验证码',
    totp: '身份验证器动态码',
    administrator_password: '管理员密码',
    company_credential: '企业凭证',
    host_login: '近期登录',
  },
  unverified: {
    session: '账户登录，未要求其他验证',
    public_page: '未登录声明，未要求其他验证',
    agent: '客服应会员请求办理',
  },
  declaredKind: { ordinary: '一般解约', extraordinary: '因重大事由解约' },
  earliestEnd: '尽早',
  contact: {
    chat: (value) => `在线客服 ${value}`,
    phone: (value) => `电话 ${value}`,
    email: (value) => `邮箱 ${value}`,
  },
  noContact: '会员所属网站的客服',
  separator: '；',
  row: (label, value) => `${label}：${value}`,
  calendar: {
    cancelRenewal: (plan) => `${plan}有效期最后一天`,
    resumeRenewal: (plan) => `${plan}自动续费`,
    withdraw: (plan) => `${plan}退款到期日`,
  },
};
