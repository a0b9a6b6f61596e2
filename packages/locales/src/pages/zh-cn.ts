import type { PageWords } from './page-words.ts';

/** Chinese, simplified. */
export const zhCN: PageWords = {
  tag: 'zh-CN',
  acts: {
    cancelRenewal: {
      heading: '取消自动续费',
      intro: '无需登录。自动续费将停止，已付费的权益可用至到期。',
      confirm: '确认取消',
      received: '您的取消申请已收到',
    },
    withdraw: {
      heading: '在此撤回合同',
      intro: '无需登录，也无需说明理由。',
      confirm: '确认撤回',
      received: '您的撤回声明已收到',
    },
  },
  fields: {
    termination_kind: '终止方式',
    reason: '理由（仅限因重大事由终止）',
    name: '姓名',
    contract: '合同号或订单号',
    end_date: '希望的终止日期（留空则为最早可能的日期）',
    email: '电子邮箱',
  },
  kinds: { ordinary: '普通终止', extraordinary: '因重大事由终止' },
  earliest: '最早可能的日期',
  faults: {
    heading: '还缺少内容',
    missing: { name: '姓名：请填写。', contract: '合同号或订单号：请填写。', email: '电子邮箱：请填写。' },
    notAnEmail: '电子邮箱：请填写完整，例如 name@example.com。',
    notADay: '希望的终止日期：请填写日期，例如 2026-12-31，或留空。',
    tooLong: (most) => `此处最多填写 ${most} 个字符。`,
    pressAgain: '表单未完整送达，请再按一次按钮。',
  },
  review: { heading: '请核对', next: '继续', change: '修改' },
  code: {
    heading: '输入验证码',
    text: '如果您填写的内容与某份合同相符，验证码正在发往该合同登记的手机或电子邮箱。',
    label: '验证码',
    confirm: '确认验证码',
    again: '再发一个验证码',
    sentAgain: '如果可以再发，验证码正在发送。',
    cannot: '我收不到验证码',
    wrong: '验证码：不正确或已失效。',
  },
  done: {
    reference: '受理编号',
    receivedAt: '收到时间',
    act: '您的声明',
    acts: { cancelRenewal: '取消自动续费', withdraw: '撤回合同' },
    reason: '理由',
    endDate: '希望的终止日期',
    next: '载有到期日的确认函将发往该合同登记的电子邮箱。如果没有相符的合同，将由人工处理，并以上述时间为准。',
    byPerson: '现由人工处理，以上述收到时间为准，不以处理时间为准。',
    save: '保存为文本文件',
    row: (label, value) => `${label}：${value}`,
    moment: (moment, zone, offset) => `${moment}（${zone}，${offset}）`,
  },
  noRight: {
    heading: '此处没有撤回权',
    text: '此处适用的法律没有规定无理由撤回合同的权利。您可以随时取消自动续费。',
    cancel: '取消自动续费',
  },
  failures: {
    too_often: { heading: '请求过多', text: '请稍等片刻再发送。' },
    not_our_page: { heading: '请求并非来自本页面', text: '请重新打开页面并在其中填写表单。未保存任何内容。' },
    not_there: { heading: '没有此页面', text: '请检查网址。' },
    try_again: { heading: '未能完成', text: '这是我们的问题，请稍后再发送。' },
  },
  back: '返回表单',
};
