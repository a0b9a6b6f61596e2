import type { PutMembership } from '@leavewell/contract';

type Plan = PutMembership['plan'];

const reports = { id: 'reports', name: { en: 'Full company reports', 'zh-CN': '企业工商报告完整版' } };
const ownership = { id: 'ownership', name: { en: 'Ownership tracing', 'zh-CN': '股权穿透分析' } };
const alerts = { id: 'alerts', name: { en: 'Operating-risk alerts', 'zh-CN': '实时经营异常提醒' } };
const batch = { id: 'export', name: { en: 'Batch export', 'zh-CN': '批量导出' } };

const plan = (id: string, en: string, zh: string, benefits: Plan['benefits']): Plan => ({
  id,
  name: { en, 'zh-CN': zh },
  benefits,
});

/** What the fictional company sells. */
export const plans = {
  professional: plan('professional', 'Professional', '专业版', [reports, ownership, alerts, batch]),
  exportPack: plan('export-pack', 'Export pack', '导出包', [batch]),
  teamSeats: plan('team-seats', 'Team seats', '团队席位', [reports, ownership]),
  seat: plan('seat', 'Professional, single seat', '专业版单席位', [reports, ownership]),
  riskAlerts: plan('risk-alerts', 'Risk alerts', '风险提醒', [alerts]),
  ownershipMaps: plan('ownership-maps', 'Ownership maps', '股权图谱', [ownership]),
  reportsPlus: plan('reports-plus', 'Reports Plus', '报告增强版', [reports, batch]),
  archive: plan('archive', 'Company archive 2000–2020', '企业档案 2000–2020', [reports]),
  tenderWatch: plan('tender-watch', 'Tender watch', '招投标关注', [alerts, batch]),
  exportVolume: plan('export-volume', 'Export, large volume', '大批量导出', [batch]),
  customsData: plan('customs-data', 'Customs records', '海关数据', [reports, batch]),
  courtRecords: plan('court-records', 'Court records', '司法记录', [reports, alerts]),
  overseas: plan('overseas', 'Overseas companies', '海外企业', [reports]),
  apiAccess: plan('api-access', 'API access', '接口服务', [reports, batch]),
  marketNews: plan('market-news', 'Market news', '行业资讯', [alerts]),
  personal: plan('personal', 'Personal', '个人版', [reports, alerts]),
  singleReport: plan('report-month', 'Reports for one month', '单月报告包', [reports]),
} as const;
