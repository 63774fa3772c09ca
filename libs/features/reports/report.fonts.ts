import { createRequire } from 'node:module';

/** Weights that are used, of the two families. */
const FONTS = [
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
  ['source-serif-4', 'SourceSerif4', ['400Regular', '600SemiBold']],
] as const;

/** Files of the letters in which reports and pictures are set. */
export function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.flatMap(([family, file, weights]) =>
    weights.map((weight) => resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`)),
  );
}
