/** content/policy.yaml: what the check asks for beyond the schemas, and what it lets pass for a reason. */
import type { Content } from '../read.ts';
import { policyFileSchema } from '../collections.ts';
import type { Policy } from '../schemas/policy.ts';
import { type Typed, validate } from '../validate.ts';
import type { Problem } from './problem.ts';

/** The policy with its places; undefined where it cannot be used, and then what rests on it is not judged. */
export function readPolicy({ policy }: Content): { policy: Typed<Policy> | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const [found] = validate(policy ? [policy] : [], policyFileSchema, problems);
  return { policy: found, problems };
}
