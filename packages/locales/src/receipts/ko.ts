import type { IntervalFacts } from '../membership-facts.ts';
import { phrase } from '../phrase.ts';
import type { ReceiptWords } from './receipt-words.ts';

const onlyOwed = '실패한 결제만 다시 청구될 수 있습니다.';
const units: Readonly<Record<IntervalFacts['unit'], readonly [one: string, many: string]>> = {
  day: ['매일', '일'],
  week: ['매주', '주'],
  month: ['매월', '개월'],
  year: ['매년', '년'],
};

/** Receipts in Korean. Sentences are built so that no particle depends on a name. */
export const receiptWords: ReceiptWords = {
  title: { cancelRenewal: '해지 확인서', resumeRenewal: '자동 갱신 재개 확인서', withdraw: '청약 철회 확인서' },
  done: {
    cancelRenewal: (plan) => [
      (day) => phrase`자동 갱신이 해지되었습니다. 이용 기간(${plan}): ${day}까지.`,
      (day) => phrase`자동 갱신이 해지되었습니다. 이용 기간(${plan}): ${day}까지 하루 종일.`,
      `자동 갱신이 해지되었습니다(${plan}).`,
    ],
    resumeRenewal: (plan) => [
      (day) => phrase`자동 갱신이 다시 켜졌습니다. 갱신일(${plan}): ${day}.`,
      (day) => phrase`자동 갱신이 다시 켜졌습니다. 갱신일(${plan}): ${day} 이후.`,
      `자동 갱신이 다시 켜졌습니다(${plan}).`,
    ],
    withdraw: (plan) => {
      const undone = `구매가 철회되었습니다. 이용이 종료되었습니다(${plan}).`;
      return [() => [undone], () => [undone], undone];
    },
  },
  nothingMore: (end, paymentOwed) => {
    const charge = paymentOwed ? onlyOwed : '더 이상 결제되지 않습니다.';
    return end ? phrase`${end}까지 이용하실 수 있습니다. ${charge}` : [charge];
  },
  labels: {
    accessUntil: '이용 종료',
    exactEnd: '정확한 종료 시각(UTC)',
    lastDay: '마지막 온전한 날',
    nextCharge: '다음 결제',
    priceNotTaken: '결제되지 않는 금액',
    price: '가격',
    furtherCharges: '추가 결제',
    refund: '환불',
    resume: '다시 시작하려면',
    plan: '상품',
    account: '계정',
    order: '주문 번호',
    membership: '멤버십',
    requestedBy: '신청자',
    canceledAt: '해지 신청 시각',
    resumedAt: '재개 시각',
    withdrawnAt: '철회 신청 시각',
    verifiedBy: '확인 방법',
    declaredKind: '신고 내용: 해지 종류',
    declaredReason: '신고 내용: 사유',
    declaredName: '신고 내용: 이름',
    declaredContract: '신고 내용: 계약',
    declaredEnd: '신고 내용: 희망 종료일',
    declaredEmail: '신고 내용: 이메일',
    place: '적용 규정',
    providerReference: '결제 참조 번호',
    contact: '연락처',
    reference: '확인 번호',
  },
  at: (moment, zone) => phrase`${moment}, ${zone}`,
  moment: (moment, zone, offset) => `${moment}, ${zone}${offset ? ` (${offset})` : ''}`,
  noEnd: '종료일 없음',
  price: (amount, { unit, count }) =>
    count === 1 ? `${units[unit][0]} ${amount}` : `${count}${units[unit][1]}마다 ${amount}`,
  noFurtherCharge: {
    renewal: (after) => (after ? phrase`없음. ${after} 이후 자동 갱신되지 않습니다` : ['없음']),
    owed: () => [onlyOwed],
    undone: () => ['없음'],
  },
  refund: (amount, by) => phrase`${amount}, ${by}까지`,
  noRefund: '환불할 금액 없음',
  resume: (until) =>
    until ? phrase`${until}까지 계정에서 자동 갱신을 다시 켤 수 있습니다` : ['언제든지 다시 구매할 수 있습니다'],
  verifiedBy: {
    passkey: '패스키',
    password: '비밀번호',
    sms_code: '문자 인증 코드',
    email_code: '이메일 인증 코드',
    totp: '인증 앱 코드',
    administrator_password: '관리자 비밀번호',
    company_credential: '회사 인증 정보',
    host_login: '최근 로그인',
  },
  unverified: {
    session: '계정 로그인, 추가 확인 없음',
    public_page: '로그인 없이 신청, 추가 확인 없음',
    agent: '회원 요청에 따라 고객센터에서 처리',
  },
  declaredKind: { ordinary: '일반 해지', extraordinary: '중대한 사유에 의한 해지' },
  earliestEnd: '가능한 가장 빠른 날',
  contact: {
    chat: (value) => `채팅 ${value}`,
    phone: (value) => `전화 ${value}`,
    email: (value) => `이메일 ${value}`,
  },
  noContact: '이 멤버십을 이용하는 사이트의 고객센터',
  separator: '; ',
  row: (label, value) => `${label}: ${value}`,
  calendar: {
    cancelRenewal: (plan) => `이용 마지막 날: ${plan}`,
    resumeRenewal: (plan) => `자동 갱신: ${plan}`,
    withdraw: (plan) => `환불 기한: ${plan}`,
  },
};
