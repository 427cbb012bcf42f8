/** Which page is shown: the part of the address after `#`, so that no server has to know the pages. */
import { useEffect, useState } from 'preact/hooks';

export type Route =
  | { readonly page: 'treat' | 'history' | 'device' | 'limits' | 'settings' }
  | { readonly page: 'record'; readonly id: string }
  | { readonly page: 'compare'; readonly ids: readonly [string, string] };

const plain = ['treat', 'history', 'device', 'limits', 'settings'] as const;

export function routeOf(hash: string): Route {
  const [page = '', first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'record' && first !== '') return { page, id: decodeURIComponent(first) };
  if (page === 'compare' && first !== '' && second !== '') {
    return { page, ids: [decodeURIComponent(first), decodeURIComponent(second)] };
  }
  return { page: plain.find((one) => one === page) ?? 'treat' };
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const onChange = (): void => {
      setRoute(routeOf(location.hash));
      scrollTo(0, 0);
    };
    addEventListener('hashchange', onChange);
    return () => {
      removeEventListener('hashchange', onChange);
    };
  }, []);
  return route;
}
