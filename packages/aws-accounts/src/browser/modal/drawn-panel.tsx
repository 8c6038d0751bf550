import * as React from '@theia/core/shared/react';

/** Calls back after its children are drawn, since React draws later than it is asked to. */
export class DrawnPanel extends React.Component<{ readonly children: React.ReactNode; onDidDraw(): void }> {

    override componentDidMount(): void {
        this.props.onDidDraw();
    }

    override componentDidUpdate(): void {
        this.props.onDidDraw();
    }

    override render(): React.ReactNode {
        return this.props.children;
    }
}
