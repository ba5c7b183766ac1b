import { Dropdown, type MenuProps } from 'antd';
import type { ReactElement } from 'react';

interface ButtonMenuProps {
  readonly menu: MenuProps;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly children: ReactElement;
}

/** A button with a menu below it. To be fetched lazily: nobody opens a menu before the page stands. */
export default function ButtonMenu({ menu, isOpen, setOpen, children }: ButtonMenuProps) {
  return (
    <Dropdown menu={menu} trigger={['click']} open={isOpen} onOpenChange={setOpen}>
      {children}
    </Dropdown>
  );
}
