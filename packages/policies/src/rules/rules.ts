import type { Rule } from '../rule.ts';
import { australianRules } from './au.ts';
import { baseRules } from './base.ts';
import { brazilianRules } from './br.ts';
import { californianRules } from './ca.ts';
import { cardRules } from './cards.ts';
import { chineseRules } from './cn.ts';
import { coloradanRules } from './co.ts';
import { connecticutRules } from './ct.ts';
import { germanRules } from './de.ts';
import { europeanRules } from './eu.ts';
import { frenchRules } from './fr.ts';
import { indianRules } from './in.ts';
import { japaneseRules } from './jp.ts';
import { koreanRules } from './kr.ts';
import { massachusettsRules } from './ma.ts';
import { minnesotanRules } from './mn.ts';
import { newYorkRules } from './ny.ts';
import { britishRules } from './uk.ts';
import { delawareanRules } from './us-de.ts';
import { federalRules } from './us.ts';
import { wcagRules } from './wcag.ts';

/**
 * Every rule that was read, as of 22 November 2026, our own defaults among them. Not legal advice: check a rule against
 * its article before relying on it, those with confidence `C` or `U` first.
 */
export const rules: readonly Rule[] = [
  ...baseRules,
  ...germanRules,
  ...europeanRules,
  ...frenchRules,
  ...britishRules,
  ...federalRules,
  ...californianRules,
  ...newYorkRules,
  ...minnesotanRules,
  ...massachusettsRules,
  ...connecticutRules,
  ...coloradanRules,
  ...delawareanRules,
  ...chineseRules,
  ...koreanRules,
  ...japaneseRules,
  ...indianRules,
  ...australianRules,
  ...brazilianRules,
  ...cardRules,
  ...wcagRules,
];
