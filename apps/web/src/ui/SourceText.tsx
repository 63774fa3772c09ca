/** A source as it is kept: several stand apart by " · ", and an address becomes a link that names its site. */
export function SourceText({ text }: { text: string }) {
  return text.split(' · ').map((part, index) => (
    <span key={part}>
      {index > 0 && ' · '}
      {/^https?:\/\/\S+$/.test(part) && URL.canParse(part) ? (
        <a href={part} target="_blank" rel="noreferrer noopener">
          {new URL(part).hostname}
        </a>
      ) : (
        part
      )}
    </span>
  ));
}
