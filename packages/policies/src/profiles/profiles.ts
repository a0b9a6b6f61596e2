import type { Profile } from '../profile.ts';
import type { ProfileId } from '../profile-id.ts';
import { australia } from './au.ts';
import { base } from './base.ts';
import { brazil } from './br.ts';
import { california } from './ca.ts';
import { china } from './cn.ts';
import { colorado } from './co.ts';
import { connecticut } from './ct.ts';
import { germany } from './de.ts';
import { europeanUnion } from './eu.ts';
import { france } from './fr.ts';
import { india } from './in.ts';
import { japan } from './jp.ts';
import { korea } from './kr.ts';
import { massachusetts } from './ma.ts';
import { minnesota } from './mn.ts';
import { newYork } from './ny.ts';
import { unitedKingdom } from './uk.ts';
import { delaware } from './us-de.ts';
import { unitedStates } from './us.ts';

/** Each place and what it asks. */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  BASE: base,
  CN: china,
  EU: europeanUnion,
  DE: germany,
  FR: france,
  UK: unitedKingdom,
  US: unitedStates,
  CA: california,
  NY: newYork,
  MN: minnesota,
  MA: massachusetts,
  CT: connecticut,
  CO: colorado,
  'US-DE': delaware,
  KR: korea,
  JP: japan,
  IN: india,
  AU: australia,
  BR: brazil,
};
