import type { PageWords } from './page-words.ts';

/** Korean. */
export const ko: PageWords = {
  tag: 'ko',
  acts: {
    cancelRenewal: {
      heading: '해지하기',
      intro: '로그인 없이 할 수 있습니다. 자동 갱신이 중지되며, 결제한 기간이 끝날 때까지 계속 이용할 수 있습니다.',
      confirm: '해지 확정',
      received: '해지 신청이 접수되었습니다',
    },
    withdraw: {
      heading: '청약철회',
      intro: '로그인이나 사유 없이 할 수 있습니다.',
      confirm: '청약철회 확정',
      received: '청약철회가 접수되었습니다',
    },
  },
  fields: {
    termination_kind: '해지 유형',
    reason: '사유 (중대한 사유로 인한 해지만)',
    name: '이름',
    contract: '계약 번호 또는 주문 번호',
    end_date: '희망 종료일 (비워 두면 가장 빠른 날)',
    email: '이메일 주소',
  },
  kinds: { ordinary: '일반 해지', extraordinary: '중대한 사유로 인한 해지' },
  earliest: '가장 빠른 날',
  faults: {
    heading: '입력할 내용이 남았습니다',
    missing: {
      name: '이름: 입력해 주세요.',
      contract: '계약 번호 또는 주문 번호: 입력해 주세요.',
      email: '이메일 주소: 입력해 주세요.',
    },
    notAnEmail: '이메일 주소: name@example.com처럼 전체 주소를 입력해 주세요.',
    notADay: '희망 종료일: 2026-12-31처럼 날짜를 입력하거나 비워 두세요.',
    tooLong: (most) => `여기에는 ${most}자까지 입력할 수 있습니다.`,
    pressAgain: '양식이 온전히 도착하지 않았습니다. 버튼을 한 번 더 눌러 주세요.',
  },
  review: { heading: '확인해 주세요', next: '계속', change: '수정' },
  code: {
    heading: '인증 코드 입력',
    text: '입력한 내용이 계약과 일치하면, 그 계약에 등록된 휴대전화나 이메일로 코드가 전송됩니다.',
    label: '인증 코드',
    confirm: '코드 확인',
    again: '코드 다시 보내기',
    sentAgain: '코드를 다시 보낼 수 있으면 곧 전송됩니다.',
    cannot: '코드를 받을 수 없습니다',
    wrong: '인증 코드: 일치하지 않거나 더 이상 유효하지 않습니다.',
  },
  done: {
    reference: '접수 번호',
    receivedAt: '접수 시각',
    act: '신청 내용',
    acts: { cancelRenewal: '해지', withdraw: '청약철회' },
    reason: '사유',
    endDate: '희망 종료일',
    next: '종료일이 적힌 확인서는 계약에 등록된 이메일로 보내 드립니다. 일치하는 계약이 없으면 담당자가 확인하며, 위의 접수 시각이 기준이 됩니다.',
    byPerson: '이제 담당자가 확인합니다. 처리 시각이 아니라 위의 접수 시각이 기준이 됩니다.',
    save: '텍스트 파일로 저장',
    row: (label, value) => `${label}: ${value}`,
    moment: (moment, zone, offset) => `${moment} (${zone}, ${offset})`,
  },
  noRight: {
    heading: '여기서는 청약철회를 할 수 없습니다',
    text: '여기에 적용되는 법에는 사유 없이 계약을 철회할 권리가 없습니다. 자동 갱신은 언제든지 해지할 수 있습니다.',
    cancel: '해지하기',
  },
  failures: {
    too_often: { heading: '요청이 너무 많습니다', text: '잠시 기다렸다가 다시 보내 주세요.' },
    not_our_page: {
      heading: '이 페이지에서 보낸 요청이 아닙니다',
      text: '페이지를 다시 열고 양식을 작성해 주세요. 저장된 내용은 없습니다.',
    },
    not_there: { heading: '없는 페이지입니다', text: '주소를 확인해 주세요.' },
    try_again: { heading: '처리하지 못했습니다', text: '저희 쪽 문제입니다. 잠시 후 다시 보내 주세요.' },
  },
  back: '양식으로',
};
