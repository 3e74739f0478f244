import numpy as np

from pipeline.normalize.forest import Forest, probabilities, scores

STUMP = Forest(
    features=("a", "b"),
    classes=1,
    roots=(0,),
    feature=(1,),
    threshold=(0.5,),
    left=(-1,),
    right=(-2,),
    leaf=(-2.0, 2.0),
)
THREE = Forest(
    features=("a",),
    classes=3,
    roots=(-1, -2, -3),
    feature=(0,),
    threshold=(0.0,),
    left=(-1,),
    right=(-1,),
    leaf=(0.0, 1.0, 2.0),
)


def test_a_row_goes_left_where_its_feature_is_at_most_the_threshold():
    assert scores(STUMP, np.array([[9.0, 0.5], [9.0, 0.6]])).tolist() == [[-2.0], [2.0]]


def test_two_classes_are_squashed_by_the_logistic_function():
    assert probabilities(STUMP, np.array([[0.0, 0.0]])).tolist() == [[0.119203]]


def test_several_classes_sum_to_one():
    (row,) = probabilities(THREE, np.array([[1.0]])).tolist()
    assert row == sorted(row)
    assert abs(sum(row) - 1) < 1e-5


def test_no_rows_give_no_scores():
    assert scores(STUMP, np.zeros((0, 2))).shape == (0, 1)
