/** Buttons and labels of canceling and turning renewal back on. */
export const labels = {
  loading: '正在加载会员信息…',
  'action.retry': '重试',
  'action.close': '关闭',
  'cancel.entry': '取消自动续费',
  'cancel.title': '取消自动续费？',
  'cancel.keep': '保留自动续费',
  'cancel.confirm': '确认取消',
  'cancel.submitting': '正在取消…',
  'cancel.done.text': ({ paymentOwed }: { readonly paymentOwed: boolean }) =>
    paymentOwed ? '此前未成功的扣款仍可能被收取，之后不再自动扣费。' : '到期后将不再自动扣费。',
  'resume.entry': '恢复自动续费',
  'resume.title': '恢复自动续费？',
  'resume.keep': '暂不恢复',
  'resume.submitting': '正在恢复…',
  'membership.seats': (count: number) => `${count} 个席位`,
  'receipt.id': '回执编号',
  'receipt.canceledAt': '取消时间',
  'receipt.resumedAt': '恢复时间',
  'receipt.ends': '有效期至',
} as const;
