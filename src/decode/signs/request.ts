/** Signs of the group "Which request": what the response answers. */
import type { SignResult } from '../types.ts';
import { inDialog, value, type View } from '../view.ts';

function methodOf(see: View): string | null {
  return see.answer?.response.method ?? see.exchange.method;
}

function answers(see: View, ...methods: string[]): SignResult {
  const method = methodOf(see);
  return method === null ? null : methods.includes(method);
}

export const onRegister = (see: View): SignResult => answers(see, 'REGISTER');
export const onBye = (see: View): SignResult => answers(see, 'BYE');
export const onCancel = (see: View): SignResult => answers(see, 'CANCEL');
export const onOptions = (see: View): SignResult => answers(see, 'OPTIONS');
export const onSubscription = (see: View): SignResult => answers(see, 'SUBSCRIBE', 'NOTIFY', 'PUBLISH');
export const onMessage = (see: View): SignResult => answers(see, 'MESSAGE', 'INFO');

export function onInvite(see: View): SignResult {
  const invite = answers(see, 'INVITE');
  if (invite !== true) return invite;
  return see.exchange.request && !see.exchange.request.listed ? !inDialog(see.exchange.request) : null;
}

export function inCall(see: View): SignResult {
  const change = answers(see, 'INVITE', 'UPDATE');
  if (change !== true) return change;
  return see.exchange.request && !see.exchange.request.listed ? inDialog(see.exchange.request) : null;
}

export function onTransfer(see: View): SignResult {
  const method = methodOf(see);
  if (method === 'REFER') return true;
  if (method !== 'INVITE') return method === null ? null : false;
  return see.exchange.request ? value(see.exchange.request, 'replaces') !== null : null;
}
