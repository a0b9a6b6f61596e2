/** Headings, buttons and labels of the cards and around them. */
export const cardLabels = {
  'center.title': '会员中心',
  'center.empty': '您目前没有会员。',
  'center.more': '查看更多',
  'role.administrator': '管理员',
  'membership.benefits': '会员权益',
  'membership.help': '状态说明',
  'action.dismiss': '知道了',
  'timeline.today': '今天',
  'membership.order': (number: string) => `订单号 ${number}`,
} as const;
