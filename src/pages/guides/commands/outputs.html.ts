/**
 * What how.client.ts puts under a step: every task in full and nothing else. The page of commands would bring its own
 * styles along, which the policy of the page that asks refuses.
 */
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import CommandOutputs from '../../../commands/CommandOutputs.astro';
import { model } from '../../../content/model.ts';

export const GET: APIRoute = async () => {
  const container = await AstroContainer.create();
  const tasks = await Promise.all(
    model().commands.map(async (task) => {
      const list = await container.renderToString(CommandOutputs, { props: { task } });
      return `<section id="${task.id}">${list}</section>`;
    }),
  );
  const html = `<!doctype html><html lang="en"><head><title>Outputs of commands</title></head><body>${tasks.join('')}</body></html>`;
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
