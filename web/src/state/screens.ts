/** The screens, in the order of the menu. */
export const SCREENS = ['inbox', 'incidents', 'agreements', 'actors', 'sources', 'documents', 'search', 'briefing', 'review'] as const;

/** Return which screen an address names; none names the incidents. */
export const screenOf = (path: readonly string[]): string => path[0] ?? 'incidents';
