/** The last minute of a local day in a time zone, as an instant. */
export function endOfDay(date: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T23:59:00Z`);
  const first = wanted - offsetOf(new Date(wanted), timeZone);
  // The offset may differ at the instant found (a clock change on that day), so it is taken once more there.
  return new Date(wanted - offsetOf(new Date(first), timeZone));
}

/** How far local time is ahead of UTC at an instant, in milliseconds. */
function offsetOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
