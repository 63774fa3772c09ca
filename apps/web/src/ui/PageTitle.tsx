import { type ReactNode, useEffect, useRef } from 'react';
import { focusHeading } from '~/app/navigation-focus';
import classes from './PageTitle.module.css';

/** The one h1 of a page, also the title of the browser tab; takes the focus after a navigation. */
export function PageTitle({
  title,
  over,
  children,
}: {
  title: string;
  over?: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · MIRPS`;
  }, [title]);
  useEffect(() => focusHeading(heading.current), []);
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        {over !== undefined && <div className={classes.over}>{over}</div>}
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
      </div>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
