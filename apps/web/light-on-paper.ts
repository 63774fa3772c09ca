import type { AtRule, Container, Rule } from 'postcss';

const DARK = /\[data-mantine-color-scheme=['"]?dark/;
const LIGHT = /\[data-mantine-color-scheme=['"]?light/;

/** Paper is light, whatever the screen is: what our own styles say of dark holds on screens alone. */
export const lightOnPaper = () => ({
  postcssPlugin: 'light-on-paper',
  OnceExit(root: Container, { atRule }: { atRule: (of: { name: string; params: string }) => AtRule }) {
    root.walkRules(DARK, (rule: Rule) => {
      if (LIGHT.test(rule.selector) || onScreens(rule)) return;
      const screens = atRule({ name: 'media', params: 'not print' });
      rule.replaceWith(screens);
      screens.append(rule);
    });
  },
});

function onScreens(rule: Rule): boolean {
  let at = rule.parent as Container | undefined;
  while (at) {
    if (at.type === 'atrule' && (at as AtRule).params === 'not print') return true;
    at = at.parent as Container | undefined;
  }
  return false;
}
