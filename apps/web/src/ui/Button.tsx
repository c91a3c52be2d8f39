import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon } from './Icon.js';

/** `primary`: one filled button per region · `quiet`: pine text · `subtle`: grey, in rows of small acts · `danger`: takes away. */
export type ButtonKind = 'outlined' | 'primary' | 'quiet' | 'subtle' | 'danger';

interface Look {
  kind?: ButtonKind;
  icon?: LucideIcon;
  /** An icon after the words (a chevron of a menu). */
  iconAfter?: LucideIcon;
}

function classOf(kind: ButtonKind, extra?: string): string {
  return ['button', kind === 'outlined' ? '' : kind, extra ?? ''].filter(Boolean).join(' ');
}

function Content({ icon, iconAfter, children }: Look & { children: ReactNode }) {
  return (
    <>
      {icon && <Icon of={icon} />}
      {children}
      {iconAfter && <Icon of={iconAfter} small />}
    </>
  );
}

export interface ButtonProps extends ComponentProps<'button'>, Look {
  /** While true the button keeps its place and focus but does nothing. */
  busy?: boolean;
}

/** A button whose words say the result ("Send to 28 schools"). `type` is `button` unless told. */
export function Button({
  kind = 'outlined',
  icon,
  iconAfter,
  busy = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(kind, className)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <Content icon={icon} iconAfter={iconAfter}>
        {children}
      </Content>
    </button>
  );
}

/** A link that looks like a button: for going somewhere. `to` is a full address (see `useHref`). */
export function ButtonLink({ kind = 'outlined', icon, iconAfter, className, children, ...rest }: LinkProps & Look) {
  return (
    <Link {...rest} className={classOf(kind, className)}>
      <Content icon={icon} iconAfter={iconAfter}>
        {children}
      </Content>
    </Link>
  );
}

/** A square button with an icon alone; the label is spoken and shown as a tooltip. */
export function IconButton({
  icon,
  label,
  kind = 'subtle',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { icon: LucideIcon; label: string; kind?: ButtonKind }) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(kind, ['icon-only', className ?? ''].join(' ').trim())}
      aria-label={label}
      title={label}
    >
      <Icon of={icon} />
    </button>
  );
}
