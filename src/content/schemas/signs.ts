import { z } from 'astro/zod';
import { fixedId } from './shared.ts';

/** One thing that can be seen in a failed call. The file is a list, in the order in which a reader would ask. */
export const signSchema = z
  .strictObject({
    id: fixedId,
    group: z
      .enum(['Credentials', 'Which request', 'When', 'Whom it hits', 'What it carries', 'Media', 'Network'])
      .describe('Heading under which the sign is offered.'),
    ask: z
      .string()
      .min(5)
      .max(70)
      .regex(/^[A-Z0-9].*[^.]$/, 'must start with a capital or a figure and have no full stop')
      .describe('What a reader ticks: a few plain words without a full stop, true or not true of a call.'),
    words: z.array(z.string()).min(1).describe('What people type when they see it, as short phrases.'),
    trace: z
      .string()
      .min(12)
      .optional()
      .describe(
        'How a program decides it from a trace, exactly. Leave out where no trace shows it (seen: person).',
      ),
    seen: z
      .enum(['person', 'trace', 'both'])
      .describe(
        'Who can see it. person: somebody who looks at the phone, the call, the settings or the log, and no trace shows it. trace: only a trace shows it. both: either does.',
      ),
    weak: z
      .literal(true)
      .optional()
      .describe('True for a sign so common that it separates little; it counts less than others.'),
    opposite: fixedId
      .optional()
      .describe(
        'The sign this one denies. The two are one question: `ask` of the other is "yes", this one is "no". Stands on the "no" only.',
      ),
    value: z
      .enum(['q850-cause', 'warning-code', 'sip-code'])
      .optional()
      .describe(
        'What number belongs to the sign. Cases write it after a colon (q850-reason:17); without it the sign separates nothing.',
      ),
  })
  .refine((sign) => (sign.seen === 'person') === (sign.trace === undefined), {
    path: ['trace'],
    message: 'must be there unless seen is person, and must not be there if it is',
  });
export type SignData = z.infer<typeof signSchema>;
