import { z } from 'zod';
import { EmployerId, entityShape, line, name, prose } from './value.ts';

/** Somebody who may hire the user. The contact allowance counts per employer (rule `stay-proportional`). */
export const Employer = z.object({
  id: EmployerId,
  ...entityShape,
  name,
  website: line(2_000).default(''),
  address: line(500).default(''),
  notes: prose.default(''),
});
export type Employer = z.infer<typeof Employer>;
