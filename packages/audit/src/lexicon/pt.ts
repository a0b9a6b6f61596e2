import { anyOf } from './any-of.ts';
import type { Lexicon } from './lexicon.ts';

/** Portuguese as in Brazil. */
export const pt: Lexicon = {
  language: 'pt',
  open: [
    /^cancelar (a |minha |sua )?(assinatura|renovação|plano)/i,
    /(cancelar|encerrar|desligar)\b.*(assinatura|renovação|plano|contrato)/i,
    /^cancelar$/i,
  ],
  confirm: [
    /^confirmar (o )?cancelamento/i,
    /^(sim, )?cancelar (agora|assinatura)/i,
    /^desistir da compra/i,
    /^confirmar$/i,
  ],
  onward: /^(continuar|próximo|avançar|revisar)(?!.*assin)/i,
  keep: /\b(manter|continuar (assinando|com)|não cancelar|ficar|permanecer)\b/i,
  decline: /^não\b|\bnão,? obrigad[oa]\b|\bagora não\b|\brecusar\b|\bpular\b/i,
  accept: /\b(aceitar|aproveitar|usar|resgatar)\b/i,
  resume: /\b(retomar|reativar|restaurar|voltar a renovar)\b/i,
  close: /^(fechar|voltar|concluir|ok|início)\b/i,
  receipt: /(recibo|comprovante|protocolo|baixar|salvar|imprimir|calendário)/i,
  code: /\bcódigo\b/i,
  resend: /\b(reenviar|novo código)\b/i,
  done: anyOf(
    /\b(foi|está|estão)\b.*\b(cancelad|encerrad|desativad)[oa]s?\b/i,
    /\bcancelamento (foi )?(confirmado|recebido|concluído)\b|\bnão será renovad/i,
  ),
  resumed: /\b(será|foi|está) (de novo )?(renovad|reativad|retomad)[oa]\b|\bfoi retomada\b/i,
  offer: anyOf(
    /\b\d+ ?% de desconto|\b(desconto|cupom|oferta especial|meses? grátis|grátis)\b|\bpausar\b/i,
    /\bem vez de cancelar\b/i,
  ),
  reason: /\bpor que\b|\bmotivos?\b|\brazão\b|\bconte para nós\b|\bsatisfeit/i,
  declaration: /(nome|e-?mail|contrato|cliente|pedido|data|assinante)/i,
  legal: /(termos|privacidade|jurídico|cookies?|acessibilidade)/i,
  sessionMinutes: /(?:sessão|desconectado|página expira)[^.]*?\b(\d+) ?min/i,
  extendSession: /(estender|continuar conectado|mais tempo)/i,
  receiptSays: {
    reference: /(protocolo|referência|número|recibo)[^\n]{0,12}\W*[A-Z0-9-]*([0-9]|-[A-Z0-9]{3})/i,
    contract: /(contrato|assinatura|plano|pedido)/i,
    accessUntil: /(acesso|até|termina|encerra|válid)/i,
    noFurtherCharge: /(nenhuma (outra )?cobrança|não (será|haverá) (mais )?cobra|sem novas cobranças)/i,
    refund: /(reembols|estorno|devolu)/i,
    resume: /(retomar|reativar|restaurar)/i,
    contact: /(contato|dúvidas|ajuda|suporte|atendimento)[^\n]*(@|\d{3}|https?:|\/)/i,
  },
  shaming: {
    regret: /\barrepend/i,
    loss: /\b(perder|perco|abrir mão|deixar passar)\b/i,
    guilt: /\b(abandonar|decepcionar|triste|deixar vocês)\b/i,
    mockery: /\b(prefiro pagar|não gosto de (economizar|desconto)|não ligo)\b/i,
    'social proof': /(\d[\d. ]*|a maioria d\w+|outros) (pessoas|membros|clientes|assinantes)\b.*\b(ficam|mantêm|amam)/i,
  },
};
