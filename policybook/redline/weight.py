from policybook.redline.changes import Matter, Weight


def weights(old: str, new: str) -> tuple[Weight, ...]:
    return (Weight(Matter.WORDING),)
