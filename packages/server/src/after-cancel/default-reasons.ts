import type { AfterCancelOptions } from './after-cancel-options.ts';

/** The reasons to choose from where the host names none. None of them asks for anything, and none begs. */
export const defaultReasons: NonNullable<AfterCancelOptions['reasons']> = [
  {
    id: 'business_changed',
    text: {
      en: 'Our business has changed',
      'zh-CN': '业务调整',
      de: 'Unser Geschäft hat sich geändert',
      fr: 'Notre activité a changé',
      ko: '사업 내용이 바뀌었습니다',
    },
  },
  {
    id: 'budget_cut',
    text: {
      en: 'Our budget was cut',
      'zh-CN': '预算收缩',
      de: 'Unser Budget wurde gekürzt',
      fr: 'Notre budget a été réduit',
      ko: '예산이 줄었습니다',
    },
  },
  {
    id: 'project_ended',
    text: {
      en: 'A short project has ended',
      'zh-CN': '短期项目已结束',
      de: 'Ein kurzes Projekt ist zu Ende',
      fr: 'Un projet court est terminé',
      ko: '단기 프로젝트가 끝났습니다',
    },
  },
  {
    id: 'better_value',
    text: {
      en: 'I found better value elsewhere',
      'zh-CN': '找到性价比更高的平台',
      de: 'Anderswo bekomme ich mehr für mein Geld',
      fr: 'J’ai trouvé un meilleur rapport qualité-prix ailleurs',
      ko: '가성비가 더 좋은 곳을 찾았습니다',
    },
  },
  {
    id: 'data_not_fresh',
    text: {
      en: 'The data is not up to date enough',
      'zh-CN': '数据更新不够及时',
      de: 'Die Daten sind nicht aktuell genug',
      fr: 'Les données ne sont pas assez à jour',
      ko: '데이터가 충분히 최신이 아닙니다',
    },
  },
  {
    id: 'too_slow',
    text: {
      en: 'The service is too slow',
      'zh-CN': '服务响应太慢',
      de: 'Der Dienst ist zu langsam',
      fr: 'Le service est trop lent',
      ko: '서비스 응답이 너무 느립니다',
    },
  },
  {
    id: 'other',
    text: { en: 'Something else', 'zh-CN': '其他', de: 'Etwas anderes', fr: 'Autre raison', ko: '기타' },
  },
];
