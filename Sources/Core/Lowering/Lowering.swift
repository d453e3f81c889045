// From spec models to the CoreModel.
