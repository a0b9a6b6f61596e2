/** Badges of the state and of the kind. */
export const statuses = {
  'status.upcoming': '未生效',
  'status.trialing': '试用中',
  'status.renewing': '自动续费中',
  'status.ending': '已取消自动续费',
  'status.fixed_term': '单次购买',
  'status.lifetime': '永久有效',
  'status.payment_problem': '扣款失败',
  'status.on_hold': '已停用',
  'status.paused': '已暂停',
  'status.expired': '已到期',
  'status.revoked': '已提前终止',
  'kind.recurring': '自动续费',
  'kind.fixed_term': '单次购买',
  'kind.lifetime': '永久有效',
} as const;
