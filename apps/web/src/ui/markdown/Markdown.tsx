import { narratives } from '#platform/markdown';
import { createElement, Fragment, type ReactNode } from 'react';

type Token = ReturnType<typeof narratives.parse>[number];

/** The only elements that a narrative can become. */
const ELEMENTS: Record<string, string> = {
  paragraph_open: 'p',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  list_item_open: 'li',
  blockquote_open: 'blockquote',
  em_open: 'em',
  strong_open: 'strong',
  s_open: 's',
  link_open: 'a',
};

/** A narrative with its paragraphs, lists, emphasis and links. It is made of elements, never of HTML. */
export default function Markdown({ text }: { text: string }) {
  return <>{nodesOf(narratives.parse(text, {}))}</>;
}

function nodesOf(tokens: readonly Token[]): ReactNode[] {
  const open: { token?: Token; nodes: ReactNode[] }[] = [{ nodes: [] }];
  tokens.forEach((token, key) => {
    const here = open[open.length - 1];
    if (token.nesting === 1) open.push({ token, nodes: [] });
    else if (token.nesting === -1 && here?.token) {
      open.pop();
      open[open.length - 1]?.nodes.push(elementOf(here.token, key, here.nodes));
    } else here?.nodes.push(leafOf(token, key));
  });
  return open[0]?.nodes ?? [];
}

function elementOf(token: Token, key: number, nodes: ReactNode[]): ReactNode {
  // Items of a tight list have no paragraphs of their own.
  const element = token.hidden ? Fragment : (ELEMENTS[token.type] ?? Fragment);
  return createElement(element, { key, ...(element === 'a' ? linkOf(token) : {}) }, ...nodes);
}

const linkOf = (token: Token) => ({
  href: token.attrGet('href') ?? undefined,
  rel: token.attrGet('rel') ?? undefined,
  target: '_blank',
});

function leafOf(token: Token, key: number): ReactNode {
  if (token.type === 'inline') return <Fragment key={key}>{nodesOf(token.children ?? [])}</Fragment>;
  if (token.type === 'softbreak' || token.type === 'hardbreak') return <br key={key} />;
  return token.type === 'code_inline' ? <code key={key}>{token.content}</code> : token.content;
}
