import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep water blue: white text on shades 6 and darker keeps a contrast of 4.5 or more. */
const river: MantineColorsTuple = [
  '#e9f5f9',
  '#d3e8f0',
  '#a5d0e0',
  '#74b7d0',
  '#4ea2c3',
  '#2a8aae',
  '#13708f',
  '#0d5f7c',
  '#0a4d66',
  '#063a4e',
];

/** For what cannot be undone; white on shades 6 and darker has a contrast of 5 or more. */
const brick: MantineColorsTuple = [
  '#fdeae8',
  '#f7cfcc',
  '#eea6a1',
  '#e37a73',
  '#d9544c',
  '#cf3a32',
  '#b92d28',
  '#a3231f',
  '#861b18',
  '#681412',
];

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: { light: 7, dark: 6 },
  colors: { river, red: brick },
  defaultRadius: 'md',
  fontFamily: '"Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.6rem', lineHeight: '1.25' },
      h2: { fontSize: '1.2rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
  },
});
