/** The program that paints the link cards while the build renders the pages; build.ts starts it and sends the order. */
import type { Order } from './order.ts';
import { writeCards } from './write-cards.ts';

process.once('message', (order: Order) => {
  void writeCards(order).then(() => process.disconnect());
});
// Also where the build fails or is killed.
process.once('disconnect', () => process.exit());
