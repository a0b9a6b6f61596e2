/** Showing that it is you. */
export const codeTexts = {
  'code.title': '验证身份',
  'code.sent': (destination: string) => `验证码已发送至 ${destination}`,
  'code.label': (length: number) => `${length} 位验证码`,
  'code.submit': '继续',
  'code.sending': '正在发送验证码…',
  'code.checking': '正在验证…',
  'code.resend': '重新获取验证码',
  'code.resendIn': (seconds: number) =>
    `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')} 后可重新获取验证码`,
} as const;
