/** What went wrong and what to do. */
export const failures = {
  'failed.unchanged': '操作未生效',
  'failed.unknown': '暂时无法确认结果',
  'failed.safe': '可以放心重试，不会重复操作。',
  'failure.session_expired': '登录已失效，请重新登录后继续。',
  'failure.verification_required': '需要再次验证身份，请重新操作。',
  'failure.step_up_required': '登录时间过久，请重新登录后继续。',
  'failure.membership_not_found': '未找到相关内容，请返回会员列表后重试。',
  'failure.in_progress': '正在处理中，请稍后查看结果。',
  'failure.version_conflict': '会员信息已有变化，请查看最新信息后再操作。',
  'failure.verification_expired': '验证码已失效，请重新获取。',
  'failure.verification_code_wrong': (left: number | null) =>
    left === null ? '验证码不正确，请核对后重新输入。' : `验证码不正确，还可以再试 ${left} 次。`,
  'failure.verification_attempts_exceeded': '尝试次数过多，请稍后重新获取验证码，或联系客服。',
  'failure.verification_method_unavailable': '无法使用此验证方式，请换一种方式，或联系客服。',
  'failure.factor_not_accepted': '设置未成功，请核对后重试。',
  'failure.offer_over': '此项已结束，未做任何更改。',
  'failure.rate_limited': '操作过于频繁，请几分钟后再试。',
  'failure.subscription_missing': '支付机构未找到这笔订阅，请联系客服。',
  'failure.provider_refused': '支付机构未接受此次操作，请联系客服。',
  'failure.message_not_sent': '验证码发送失败，请稍后重试。',
  'failure.internal': '系统出了点问题，请稍后重试。',
  'failure.provider_unavailable': '支付机构暂时没有响应，请几分钟后重试。',
  'failure.network': '网络似乎已断开，请检查网络后重试。',
  'failure.timeout': '等待时间过长，请重试。',
  'failure.aborted': '操作未完成，请重试。',
  'failure.not_configured': '此页面尚未配置完成，请联系客服。',
  'failure.unknown': '操作未成功，请刷新页面后重试。',
} as const;

/** Why an action is not offered, and who can help. */
export const refusals = {
  'refusal.nothing_to_cancel': '该会员不会自动续费，无需取消。',
  'refusal.nothing_to_resume': '该会员无法恢复自动续费。',
  'refusal.renewal_already_off': '自动续费已经关闭。',
  'refusal.renewal_already_on': '自动续费已经开启。',
  'refusal.membership_ended': '该会员已经结束。',
  'refusal.no_permission': '您没有管理自动续费的权限。',
  'refusal.too_late': '已来不及在此停止下一次扣费。',
  'refusal.withdrawal_over': '已超过撤销购买的期限。',
  'remedy.ask_administrator': (contact: string | null) =>
    contact ? `请联系管理员（${contact}）开通权限。` : '请联系管理员开通权限。',
  'remedy.contact_support': (contact: string | null) => (contact ? `请联系客服（${contact}）。` : '请联系客服。'),
} as const;
