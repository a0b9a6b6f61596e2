import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedLabels, profileIds, suggestedLabels } from '../src/index.ts';
import { ask, askWithdrawal } from './ask.ts';

const ours = {
  open: ['Cancel subscription', 'Cancel renewal', 'Cancel auto-renewal', '取消自动续费', '取消订阅', '取消续费'],
  confirm: ['Cancel now', 'Cancel renewal', 'Confirm cancellation', '确认取消', '确认取消续费'],
};

describe('words that count as right (Q5)', () => {
  it('are the fixed ones alone where a law fixes them', () => {
    assert.deepEqual(acceptedLabels('DE', 'cancelRenewal'), {
      open: ['Verträge hier kündigen'],
      confirm: ['jetzt kündigen'],
    });
    assert.deepEqual(acceptedLabels('DE', 'withdraw'), {
      open: ['Vertrag widerrufen'],
      confirm: ['Widerruf bestätigen'],
    });
    assert.deepEqual(acceptedLabels('FR', 'cancelRenewal'), {
      open: ['résilier votre contrat'],
      confirm: ['notification de la résiliation'],
    });
    assert.deepEqual(acceptedLabels('FR', 'withdraw'), {
      open: ['renoncer au contrat ici'],
      confirm: ['confirmer la rétractation'],
    });
    assert.deepEqual(acceptedLabels('EU', 'withdraw'), {
      open: ['withdraw from contract here'],
      confirm: ['confirm withdrawal'],
    });
  });

  it('are ours in English and Chinese where none does', () => {
    for (const profile of ['BASE', 'CN', 'EU', 'UK', 'US', 'CA', 'MN', 'US-DE', 'JP', 'IN', 'AU'] as const) {
      assert.deepEqual(acceptedLabels(profile, 'cancelRenewal'), ours, profile);
    }
  });

  it('begin with those of the place where it suggests some', () => {
    assert.deepEqual(acceptedLabels('KR', 'cancelRenewal'), {
      open: ['해지하기', ...ours.open],
      confirm: ['해지 확정', ...ours.confirm],
    });
    assert.equal(acceptedLabels('BR', 'cancelRenewal').open[0], 'Cancelar assinatura');
    assert.equal(acceptedLabels('BR', 'cancelRenewal').confirm[0], 'Confirmar cancelamento');
    assert.equal(acceptedLabels('BR', 'withdraw').open[0], 'Desistir da compra');
  });

  it('are those of the day: before a law, ours', () => {
    assert.deepEqual(acceptedLabels('DE', 'cancelRenewal', '2026-11-22').open, ['Verträge hier kündigen']);
    assert.deepEqual(acceptedLabels('FR', 'cancelRenewal', '2023-05-31'), ours);
  });

  it('hold whatever a policy answers, for either act in every place', () => {
    for (const profile of profileIds) {
      for (const { act, labels } of [ask(profile), askWithdrawal(profile)]) {
        const { open, confirm } = acceptedLabels(profile, act);
        assert.ok(open.length > 0 && confirm.length > 0, profile);
        if (labels.open !== null) assert.deepEqual(open, [labels.open.text], profile);
        if (labels.confirm !== null) assert.deepEqual(confirm, [labels.confirm.text], profile);
      }
    }
  });

  it('never serve both acts', () => {
    for (const profile of profileIds) {
      const cancel = acceptedLabels(profile, 'cancelRenewal');
      const withdraw = acceptedLabels(profile, 'withdraw');
      assert.equal(cancel.open.some((text) => withdraw.open.includes(text)), false, profile);
      assert.equal(cancel.confirm.some((text) => withdraw.confirm.includes(text)), false, profile);
    }
  });
});

describe('words that are suggested', () => {
  it('come by language, the preferred ones first', () => {
    const korean = suggestedLabels('KR', 'cancelRenewal');
    assert.deepEqual(Object.keys(korean), ['ko', 'en', 'zh-CN']);
    assert.deepEqual(korean['ko'], { open: ['해지하기'], confirm: ['해지 확정'] });
    assert.equal(suggestedLabels('CN', 'cancelRenewal')['zh-CN']?.open[0], '取消自动续费');
  });

  it('are only suggested: a policy fixes none', () => {
    for (const profile of ['CN', 'KR', 'BR'] as const) {
      assert.deepEqual(ask(profile).labels, { open: null, confirm: null }, profile);
    }
  });
});
