/** Say where a thing that was found is to be seen. */
import type { Hit } from '../data/types';

export function hitLink(hit: Hit): [readonly string[], Record<string, string>] {
  switch (hit.kind) {
    case 'incident':
      return [['incidents', hit.short_id ?? hit.id], {}];
    case 'document':
      return [['documents', hit.id], {}];
    case 'statement':
      return [['documents', hit.document ?? ''], { at: hit.id }];
    case 'actor':
      return [['actors', hit.id], {}];
    case 'agreement':
      return [['agreements', hit.id], {}];
    case 'source':
      return [['sources', hit.id], {}];
    default:
      return [['search'], { q: hit.title }];
  }
}
