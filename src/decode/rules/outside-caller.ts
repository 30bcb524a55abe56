/** Who calls whom: an incoming call as the called system sees it. */
import { userOf } from '../headers.ts';
import { self } from '../ladder.ts';
import { type CallView, type Exchange, value } from '../view.ts';

/**
 * The INVITE reached the system that wrote the log, or the reader's own, from somebody who calls with a telephone
 * number and is no phone: a provider hands a call in.
 */
export function callsFromOutside(view: CallView, { request }: Exchange): boolean {
  const hop = request ? view.trace.hops[request.index] : undefined;
  const end = (id: string | undefined) =>
    view.trace.participants.find((participant) => participant.id === id);
  const [caller, called] = [end(hop?.from), end(hop?.to)];
  return (
    (called?.id === self || called?.own === true) &&
    caller?.role?.name !== 'phone' &&
    /^\+?\d{7,15}$|^anonymous$/i.test(userOf(value(request, 'from')) ?? '')
  );
}
