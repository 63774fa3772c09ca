import { plainText } from '../regional.reader.js';
import type { Box, Line, ReportSection } from '../report.document.js';
import { type Body, list, type Material, section } from '../report.material.js';

/** Lines of text on a page, and of these what a title takes, a table above its rows, the list of sources. */
const [PAGE, TITLE, TABLE, SOURCES] = [60, 3, 3, 6];
/** Letters of a line, and of a commitment's title in its column. */
const [LINE, TITLE_LINE] = [104, 60];
/** Lines of a story with its photo, or as text alone. */
const [PICTURED, TOLD] = [13, 9];
/** Lines of the first page's head and chart, and of each area in chart and table. */
const [HEAD, AREA] = [19, 2.4];
/** Letters of a large number, of what it says and of its note on a line. */
const [NUMBER_LINE, LABEL_LINE, NOTE_LINE] = [16, 32, 40];
/** With more commitments than these, fewer beside a story, the table begins on the first page: the template does the same. */
const [MOST_ROWS, MOST_BESIDE_STORY] = [24, 20];

/** A list that a State's sheet has as far as there is room. */
export interface Roomy {
  id: string;
  title: string;
  lines: readonly Line[];
  /** Most items, however much room there is. */
  most: number;
}

/** Lines that are left on the first page below a State's areas and its large numbers, unless the table begins there. */
export function roomBelow(
  stateCode: string,
  story: Body | null,
  boxes: readonly Box[],
  material: Material,
): number {
  const { index } = material;
  if (reportedBy(stateCode, material).length > (story ? MOST_BESIDE_STORY : MOST_ROWS)) return 0;
  const areas = new Set(index.commitmentsOf(stateCode).map((commitment) => index.areaOf(commitment))).size;
  const numbers = boxes.length === 0 ? 0 : TITLE + boxRows(boxes);
  return PAGE - HEAD - AREA * areas - numbers;
}

/** Lines of large numbers, three in a row. */
function boxRows(boxes: readonly Box[]): number {
  const heights = boxes.map(({ value, label, note }) => {
    const [said, noted] = [plainText(label), note.map(plainText).join('')];
    const lines = Math.ceil(said.length / LABEL_LINE) + Math.ceil(noted.length / NOTE_LINE);
    return lines + 1.3 * Math.ceil(value.length / NUMBER_LINE) + 0.6;
  });
  const rows = Array.from({ length: Math.ceil(heights.length / 3) }, (_, i) =>
    Math.max(...heights.slice(3 * i, 3 * i + 3)),
  );
  return rows.reduce((sum, height) => sum + height, 0);
}

/** Lines that are left on the second page beside the commitments that the State reported and its story. */
export function roomBeside(stateCode: string, story: Body | null, material: Material): number {
  const reported = reportedBy(stateCode, material);
  if (reported.length > MOST_ROWS) return 0;
  const rows = reported.reduce(
    (sum, { titleEn, titleEs }) =>
      sum + Math.ceil(((material.lang === 'en' ? titleEn : titleEs).length + 7) / TITLE_LINE),
    TITLE + TABLE,
  );
  const told = story?.blocks?.some(({ type }) => type === 'photo') ? PICTURED : TOLD;
  return PAGE - rows - (story ? TITLE + told : 0) - SOURCES;
}

const reportedBy = (stateCode: string, { index }: Material) =>
  index.commitmentsOf(stateCode).filter(({ id }) => index.update(id));

/** Of each list the items that there is room for, those of a list before the next one's; a list without any is left out. */
export function asRoomAllows(lists: readonly Roomy[], room: number): ReportSection[] {
  let left = room;
  return lists.flatMap(({ id, title, lines, most }) => {
    const shown: Line[] = [];
    let taken = TITLE;
    for (const line of lines.slice(0, most)) {
      const lineRoom = Math.ceil(line.map(plainText).join('').length / LINE);
      if (taken + lineRoom > left) continue;
      taken += lineRoom;
      shown.push(line);
    }
    if (shown.length === 0) return [];
    left -= taken;
    return [section(id, title, { blocks: list(shown) })];
  });
}
