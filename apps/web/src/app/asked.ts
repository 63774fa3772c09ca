/**
 * What the address asks of a page, as the page knows it, to be selected from its match: of `?stage=planning&utm_source=mail` the
 * stage alone. The router's own `useSearch` gives everything that stands there, and a list would ask the API for it.
 */
export const asked = <Search>({ _strictSearch: known }: { _strictSearch: Search }): Search => known;
