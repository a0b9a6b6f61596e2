/** What each state means, in at most 120 characters. */
export const help = {
  'help.upcoming': '会员尚未生效，自生效日起即可使用全部权益。',
  'help.trialing': '您正在试用。开启自动续费的，试用结束后转为付费会员；在此之前取消，则不会扣费。',
  'help.renewing': '每期到期时自动扣费续期。取消自动续费只会停止以后的扣费，已付费的会员仍可用到到期日。',
  'help.ending': '自动续费已取消。到期前一切照常使用，到期后会员自动结束，不再扣费。',
  'help.fixed_term': '单次购买不会自动续费，无论是否取消，到期都会自动失效。',
  'help.lifetime': '一次付费，永久有效，不会续费。',
  'help.payment_problem': '最近一次扣款未成功。会员暂时仍可使用，请完成付款或更换付款方式。',
  'help.on_hold': '有一笔费用尚未付清，会员已暂时停用，付清后即可恢复使用。',
  'help.paused': '暂停期间不扣费，恢复后照常续费。',
  'help.expired': '会员已到期。除非您再次购买，否则不会扣费。',
  'help.revoked': '会员已提前终止，例如已办理退款。如有疑问，请联系客服。',
} as const;
