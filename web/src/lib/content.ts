/** Tell where words about violence are to be expected, so that a reader can choose when to see them. */
import type { IncidentPage } from '../data/types';

const VIOLENT = /kill|death|execut|massacr|behead|rape|sexual|tortur|mutilat|casualt|wound|suicide|mass_grave|atroc/;

export const isViolent = (page: IncidentPage): boolean =>
  VIOLENT.test(page.incident.type) || !!page.casualties['killed']?.length || !!page.casualties['wounded']?.length;
